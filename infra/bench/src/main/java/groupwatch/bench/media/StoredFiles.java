package groupwatch.bench.media;

import groupwatch.bench.SuiteProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/** What the media worker has, seen from outside: its rows, and its answers through the edge. */
final class StoredFiles {

    private static final int BUFFER = 1 << 16;

    private final HttpClient http = HttpClient.newHttpClient();
    private final SuiteProcess suite;
    private final Connection connection;

    StoredFiles(SuiteProcess suite, Connection connection) {
        this.suite = suite;
        this.connection = connection;
    }

    /** Files in a state, of messages whose id begins so. */
    long count(String ids, String state) {
        try (var statement =
                connection.prepareStatement("SELECT count(*) FROM media.media WHERE message_id LIKE ? AND state = ?")) {
            statement.setString(1, ids + "%");
            statement.setString(2, state);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads one whole; megabytes a second. */
    double download(String mediaId, SampleFile sample) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(suite.text("api") + "/api/media/" + mediaId))
                .header("Authorization", "Bearer " + suite.text("apiToken"))
                .build();
        var begin = System.nanoTime();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("the file was answered " + answer.statusCode());
            }
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            try (var body = answer.body()) {
                for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            if (!HexFormat.of().formatHex(digest.digest()).equals(sample.sha256())) {
                throw new IOException("the file came back as another");
            }
            return sample.size() / 1e6 / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
