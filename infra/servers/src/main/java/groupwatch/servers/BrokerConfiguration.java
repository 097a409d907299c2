package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The properties of one broker that is its own controller (KRaft, combined mode): quick to start, small, and able to take records of
 * 16 MB. Property names: Apache Kafka 4.2, "Broker Configs".
 */
final class BrokerConfiguration {

    private static final int MEGABYTE = 1024 * 1024;

    private BrokerConfiguration() {}

    /** Writes the file the broker's process reads, and returns it. */
    static Path write(BrokerSettings settings, int port) {
        var properties = properties(settings, port);
        var file = settings.folder().resolve("broker.properties");
        try {
            Files.createDirectories(settings.folder());
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new ServerException("The broker's folder " + settings.folder() + " cannot be written: " + e, e);
        }
    }

    private static Properties properties(BrokerSettings settings, int port) {
        var p = new Properties();
        var controller = FreePort.find();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("log.dirs", settings.folder().resolve("data").toString());
        records(p);
        internalTopics(p);
        smallness(p);
        p.putAll(settings.overrides());
        return p;
    }

    private static void records(Properties p) {
        p.put("message.max.bytes", Integer.toString(17 * MEGABYTE)); // 16 MB and its headers
        p.put("replica.fetch.max.bytes", Integer.toString(17 * MEGABYTE));
        p.put("socket.request.max.bytes", Integer.toString(34 * MEGABYTE));
        p.put("queued.max.request.bytes", Integer.toString(68 * MEGABYTE)); // the heap is small: requests wait outside
        p.put("auto.create.topics.enable", "false");
    }

    private static void internalTopics(Properties p) {
        p.put("offsets.topic.num.partitions", "4");
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.num.partitions", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        // a consumer that was killed keeps its partitions until its session is over: 45 s otherwise
        p.put("group.consumer.min.session.timeout.ms", "6000");
        p.put("group.consumer.session.timeout.ms", "6000");
        p.put("group.consumer.min.heartbeat.interval.ms", "500");
        p.put("group.consumer.heartbeat.interval.ms", "1000");
    }

    private static void smallness(Properties p) {
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "3");
        p.put("background.threads", "2");
        p.put("num.recovery.threads.per.data.dir", "2");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEGABYTE)); // 128 MB of heap otherwise
        p.put("log.segment.bytes", Integer.toString(128 * MEGABYTE));
        p.put("log.index.size.max.bytes", Integer.toString(2 * MEGABYTE));
        // a broker that was killed may not register again until its former session is over
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("controlled.shutdown.enable", "false"); // there is nobody to hand over to
    }
}
