package groupwatch.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The ports others know: they must be free before anything is started. */
final class Ports {

    private static final Pattern LSOF = Pattern.compile("p(\\d+)");
    private static final Pattern SS = Pattern.compile("users:\\(\\(\"([^\"]+)\",pid=(\\d+)");

    private Ports() {}

    /**
     * @param option the option that chooses another one
     * @throws LocalException when somebody listens there already
     */
    static void checkFree(int port, String option) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the servers do: sockets of a former life may linger
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new LocalException("Port %d is in use%s: stop that, or choose another one with %s."
                    .formatted(port, owner(port), option));
        }
    }

    /** " by java (process 4711)", as far as the system tells. */
    private static String owner(int port) {
        var ss = SS.matcher(output("ss", "-Hltnp", "sport = :" + port));
        if (ss.find()) {
            return " by " + ss.group(1) + " (process " + ss.group(2) + ")";
        }
        var lsof = LSOF.matcher(output("lsof", "-nP", "-Fp", "-sTCP:LISTEN", "-iTCP:" + port));
        return lsof.find() ? " by process " + lsof.group(1) : "";
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // no such tool here
        }
    }
}
