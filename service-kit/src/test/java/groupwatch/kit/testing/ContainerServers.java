package groupwatch.kit.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers from container images; Testcontainers ends them with this JVM. */
final class ContainerServers {

    private static final String KAFKA = "apache/kafka-native:4.1.0";
    private static final String POSTGRES = "postgres:18-alpine";

    private ContainerServers() {}

    static String broker() {
        KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA))
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(17 * 1024 * 1024))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    static TestDatabase.Server postgres() {
        PostgreSQLContainer postgres =
                new PostgreSQLContainer(DockerImageName.parse(POSTGRES)).withUsername("postgres");
        postgres.start();
        return new TestDatabase.Server(
                postgres.getHost(), postgres.getFirstMappedPort(), postgres.getUsername(), postgres.getPassword());
    }
}
