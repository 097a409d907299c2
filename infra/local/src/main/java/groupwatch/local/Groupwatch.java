package groupwatch.local;

import groupwatch.servers.ServerException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./groupwatch}: the commands of the local mode. */
@Command(
        name = "groupwatch",
        description = "The whole suite on this machine.",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DownCommand.class,
            ResetCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Groupwatch {

    private Groupwatch() {}

    public static void main(String[] arguments) {
        // before the first logger: Spring Boot must not set up logging once a service
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "groupwatch/local/logback.xml");
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs one command and returns its exit code: 0 well, 1 with a sentence why not, 2 for a wrong command line. */
    static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        if (arguments.length == 0) {
            return run(out, errors, "help");
        }
        return new CommandLine(new Groupwatch())
                .setOut(out)
                .setErr(errors)
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    line.getErr().println("groupwatch: " + sentence(exception));
                    return 1;
                })
                .execute(arguments);
    }

    private static String sentence(Exception exception) {
        if (Disk.isFull(exception)) {
            return "The disk is full: make room for the data folder and start again.";
        }
        return switch (exception) {
            case LocalException known -> String.valueOf(known.getMessage());
            case ServerException known -> String.valueOf(known.getMessage());
            default ->
                Diagnosis.first()
                        .orElseGet(() -> exception.getClass().getSimpleName() + ": " + exception.getMessage()
                                + " (the log tells more).");
        };
    }
}
