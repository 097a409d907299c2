package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** What the broker's own JVM runs: formats a new data folder, then becomes the broker. The argument is the properties file. */
public final class BrokerProcess {

    static final String PID_FILE = "broker.pid";

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        var properties = Path.of(arguments[0]);
        Files.writeString(
                properties.resolveSibling(PID_FILE),
                Long.toString(ProcessHandle.current().pid()));
        formatWhenNew(properties);
        Kafka.main(arguments);
    }

    private static void formatWhenNew(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        if (Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            return;
        }
        var format = new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(format, System.out) != 0) {
            throw new IOException("the data folder could not be formatted");
        }
    }
}
