package groupwatch.media.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.ClassUtils;

/** How the process that reads documents is started: with this service's own Java and class path, and a small heap, whose end is its end. */
final class ReaderCommand {

    /** Starts a main class out of a runnable jar's inner jars. */
    private static final String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ReaderCommand() {}

    static List<String> of(DocumentSettings settings, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + settings.heap().toMegabytes() + "m", "-XX:MaxMetaspaceSize=128m", "-Xss1m"));
        command.addAll(List.of("-XX:MaxDirectMemorySize=16m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder));
        command.add("-Dlogback.configurationFile=groupwatch/media/text/silent.xml");
        String main = DocumentReader.class.getName();
        if (ClassUtils.isPresent(JAR_LAUNCHER, null)) {
            command.addAll(List.of("-Dloader.main=" + main, JAR_LAUNCHER));
        } else {
            command.add(main);
        }
        return command;
    }
}
