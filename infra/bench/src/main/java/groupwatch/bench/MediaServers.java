package groupwatch.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import groupwatch.bench.broker.ToldEvents;
import groupwatch.bench.process.ServiceProcess;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What the media worker needs: a broker, a PostgreSQL that keeps what it commits, an object folder, and somebody who answers as Evolution does. */
final class MediaServers implements AutoCloseable {

    /** @param hashes of the different files */
    record Told(Set<String> hashes) {}

    private static final String KEY = "only-for-this-run-and-on-loopback-only";
    private static final String CHAT = "120363000000000999@g.us";
    private static final Pattern ID = Pattern.compile("\"id\":\"FILE-(\\d+)\"");

    private final Path folder;
    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final HttpServer evolution;

    MediaServers(Path folder) throws IOException {
        this.folder = folder;
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase("groupwatch");
        evolution = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        evolution.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        evolution.createContext("/chat/getBase64FromMediaMessage/", MediaServers::answer);
        evolution.start();
        Files.createDirectories(folder.resolve("work"));
    }

    /** Every fourth file is the same; every second came along. */
    private static byte[] file(int number) {
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, number % 4 == 0 ? 0 : number + 1);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = ID.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!asked.find()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            var json = "{\"mimetype\":\"image/png\",\"base64\":\""
                    + Base64.getEncoder().encodeToString(file(Integer.parseInt(asked.group(1)))) + "\"}";
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, json.length());
            exchange.getResponseBody().write(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    Told tell(int files) throws IOException {
        var hashes = new HashSet<String>();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var number = 0; number < files; number++) {
                var file = file(number);
                hashes.add(sha256(file));
                var claim = number % 2 == 0 ? "claims/2026-11-24/" + number : null;
                if (claim != null) {
                    var path = folder.resolve("objects").resolve(claim);
                    Files.createDirectories(path.getParent());
                    Files.write(path, file);
                }
                producer.send(
                        new ProducerRecord<>(Topics.MESSAGES, CHAT, EventCodec.write(event(number, file, claim))));
            }
        }
        return new Told(hashes);
    }

    private static MessageStored event(int number, byte[] file, @Nullable String claim) {
        var media = new Media(
                MessageType.IMAGE,
                "image/png",
                (long) file.length,
                sha256(file),
                null,
                null,
                null,
                null,
                null,
                null,
                MediaState.PENDING,
                null,
                null,
                null,
                claim);
        var id = "FILE-" + number;
        var message = new Message(
                id,
                CHAT,
                true,
                List.of("phone-" + number % 3),
                1,
                null,
                false,
                MessageType.IMAGE,
                null,
                Instant.now(),
                null,
                null,
                null,
                null,
                List.of(),
                media,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                Origin.WEBHOOK);
        return new MessageStored(EventId.of("MessageStored", CHAT, id), Instant.now(), 1, message);
    }

    ServiceProcess startWorker(String... more) {
        var database = "--groupwatch.media.database.";
        var arguments = new ArrayList<>(List.of(
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.security.suite-key=" + KEY,
                "--groupwatch.jobs.lease=3s",
                "--groupwatch.jobs.poll=200ms",
                "--groupwatch.objects.folder=" + folder.resolve("objects"),
                "--groupwatch.media.work-folder=" + folder.resolve("work"),
                "--groupwatch.evolution.url=http://127.0.0.1:"
                        + evolution.getAddress().getPort(),
                "--groupwatch.evolution.key=key",
                "--groupwatch.evolution.calls-per-second=1000",
                database + "host=" + postgres.host(),
                database + "port=" + postgres.port(),
                database + "name=groupwatch",
                database + "username=groupwatch_media",
                database + "password=" + postgres.password(),
                database + "migration-username=" + postgres.user(),
                database + "migration-password=" + postgres.password()));
        arguments.addAll(List.of(more));
        return ServiceProcess.start("groupwatch.media.MediaWorkerApplication", arguments, folder.resolve("worker.log"));
    }

    void sweep(ServiceProcess worker) {
        var token =
                new SuiteTokens(new SecuritySettings(KEY), Clock.systemUTC()).mint(Caller.service("bench", Scopes.ALL));
        var request = HttpRequest.newBuilder(worker.uri().resolve(URI.create("/cron/media-sweep")))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the sweeper answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long count(String where) {
        return number("SELECT count(*) FROM media.media WHERE " + where);
    }

    long openJobs() {
        return number("SELECT count(*) FROM media.jobs WHERE state <> 'done'");
    }

    /** 0 while the table is not there. */
    private long number(String sql) {
        var url = "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/groupwatch";
        try (var connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    /** The last parts of the keys in a folder of the object store, without endings. */
    Set<String> objects(String prefix) throws IOException {
        var path = folder.resolve("objects").resolve(prefix);
        if (!Files.exists(path)) {
            return Set.of();
        }
        try (var files = Files.walk(path)) {
            var names = new HashSet<String>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(file.getFileName().toString().replaceAll("\\..*", "")));
            return names;
        }
    }

    /** Files in the work folder, and writes to the object store that were never finished. */
    List<Path> leftBehind() throws IOException {
        var kept = List.of("media", "thumbnails", "claims");
        var objects = folder.resolve("objects");
        try (var work = Files.walk(folder.resolve("work"));
                var store = Files.walk(objects)) {
            return Stream.concat(
                            work,
                            store.filter(
                                    file -> kept.stream().noneMatch(name -> file.startsWith(objects.resolve(name)))))
                    .filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .toList();
        }
    }

    /** The event ids that the media topic has, by message. */
    Map<String, Set<String>> eventIds() {
        return ToldEvents.ids(
                broker.bootstrapServers(),
                Topics.MEDIA,
                event -> ((MediaEvent) event).message().id());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        evolution.stop(0);
        broker.close();
        postgres.close();
    }
}
