package groupwatch.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a command in a session of its own. Ctrl-C goes to every process of the terminal's foreground group: without this the
 * broker and the database would stop at once, while the services still drain into them.
 */
final class OwnSession {

    private static final List<String> PERL = List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV");

    private OwnSession() {}

    /** The command, wrapped in a way that keeps its process id; unchanged where the system has neither tool. */
    static List<String> of(List<String> command) {
        var wrapped = new ArrayList<String>();
        if (onPath("setsid")) {
            wrapped.add("setsid");
        } else if (onPath("perl")) {
            wrapped.addAll(PERL);
        }
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean onPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
