package groupwatch.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; as root they get a user namespace of their own, in which they are nobody,
 * while the files stay ours.
 */
record PostgresPrograms(PostgresBinaries binaries, List<String> prefix) {

    private static final Pattern MAJOR = Pattern.compile("PostgreSQL\\) (\\d+)");

    static PostgresPrograms find() {
        return new PostgresPrograms(PostgresBinaries.unpacked(), isRoot() ? namespace() : List.of());
    }

    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(program));
        command.addAll(arguments);
        return command;
    }

    /** The major version, which the data folder must have too. */
    String major() {
        var matcher = MAJOR.matcher(run("postgres", List.of("--version")));
        if (!matcher.find()) {
            throw new ServerException("PostgreSQL does not tell its version.");
        }
        return matcher.group(1);
    }

    /** A data folder with one superuser, whose password is in the file, and password sign-in for all. */
    void initialise(Path data, String user, Path password, Durability durability) {
        var arguments = Stream.of("-D", data, "-U", user, "--pwfile=" + password, "-A", "scram-sha-256", "-E", "UTF8")
                .map(Object::toString);
        var rest = Stream.of("--locale=C", durability == Durability.DURABLE ? "--sync-method=fsync" : "--no-sync");
        run("initdb", Stream.concat(arguments, rest).toList());
    }

    /** Ends a server at once but cleanly ("fast"), whoever started it. */
    void stop(Path data, int seconds) {
        run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", Integer.toString(seconds)));
    }

    private String run(String program, List<String> arguments) {
        return run(command(program, arguments));
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerException(
                        command.getFirst() + " failed: " + output.strip().replace('\n', ' '));
            }
            return output;
        } catch (IOException e) {
            throw new ServerException("PostgreSQL cannot run here: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("PostgreSQL was not waited for.", e);
        }
    }

    private static boolean isRoot() {
        return run(List.of("id", "-u")).strip().equals("0");
    }

    private static List<String> namespace() {
        try {
            run(List.of("unshare", "-U", "true"));
            return List.of("unshare", "-U");
        } catch (ServerException e) {
            throw new ServerException("PostgreSQL refuses to run as root, and this system gives it no user namespace:"
                    + " run Groupwatch as an ordinary user.");
        }
    }
}
