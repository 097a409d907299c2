package groupwatch.report.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the mail server's password from a file, at the start. */
final class PassFile {

    private static final int LONGEST = 1000;

    private PassFile() {}

    /** @throws IllegalArgumentException names the property; never what is in the file */
    static String read(Path file, String property) {
        try {
            String pass = Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Files.readString(file).strip()
                    : "";
            if (pass.isEmpty() || pass.lines().count() > 1) {
                throw new IllegalArgumentException(
                        property + " names " + file + ", which is no file of one line with a password");
            }
            return pass;
        } catch (IOException e) {
            throw new IllegalArgumentException(property + " names " + file + ", which cannot be read", e);
        }
    }
}
