package groupwatch.media.child;

import java.nio.file.Path;

/**
 * How a program ended.
 *
 * @param exit 0 when all went well
 * @param late it was ended because its time was over
 * @param output what it wrote, a file
 * @param errors what it complained of, a file
 */
public record Ended(int exit, boolean late, Path output, Path errors) {

    public boolean well() {
        return exit == 0 && !late;
    }
}
