package groupwatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * One answer read to its end.
 *
 * @param rows lines of it
 */
record Download(long rows, long bytes, double seconds) {

    private static final int BUFFER = 1 << 16;

    /** Reads as fast as it comes, and keeps nothing. An answer that breaks off is an error. */
    static Download of(HttpClient http, URI address, String token, String accept) throws IOException {
        var begin = System.nanoTime();
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answered " + answer.statusCode());
            }
            var buffer = new byte[BUFFER];
            long rows = 0;
            long bytes = 0;
            try (var body = answer.body()) {
                for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    bytes += count;
                    for (var i = 0; i < count; i++) {
                        rows += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return new Download(rows, bytes, (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    double megabytesPerSecond() {
        return bytes / 1e6 / seconds;
    }
}
