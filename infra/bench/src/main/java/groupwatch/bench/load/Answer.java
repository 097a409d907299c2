package groupwatch.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Reads one HTTP answer after the other: the status, and as many bytes as {@code Content-Length} says (or chunks, to their end). */
final class Answer {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer in;
    private int status;

    Answer(int largest) {
        in = ByteBuffer.allocate(largest);
    }

    /** True when all of it is there; the next read then begins the next one. */
    boolean read(SocketChannel channel) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed the connection");
        }
        if (!isComplete()) {
            return false;
        }
        status = 100 * digit(STATUS_AT) + 10 * digit(STATUS_AT + 1) + digit(STATUS_AT + 2);
        in.clear();
        return true;
    }

    int status() {
        return status;
    }

    void clear() {
        in.clear();
    }

    private boolean isComplete() {
        var bytes = in.array();
        var end = in.position();
        var length = -1;
        for (var at = 0; at + 3 < end; at++) {
            if (bytes[at] != '\r') {
                continue;
            }
            if (bytes[at + 2] == '\r') {
                return length < 0 ? endsWithLastChunk(bytes, end) : end >= at + 4 + length;
            }
            if ((bytes[at + 2] | 0x20) == 'c' && startsWith(bytes, at + 2, end)) {
                length = number(bytes, at + 2 + LENGTH.length, end);
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int from, int end) {
        if (from + LENGTH.length > end) {
            return false;
        }
        for (var i = 0; i < LENGTH.length; i++) {
            if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from, int end) {
        var number = 0;
        for (var at = from; at < end && bytes[at] != '\r'; at++) {
            number = bytes[at] == ' ' ? number : number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static boolean endsWithLastChunk(byte[] bytes, int end) {
        for (var i = 1; i <= LAST_CHUNK.length; i++) {
            if (end < i || bytes[end - i] != LAST_CHUNK[LAST_CHUNK.length - i]) {
                return false;
            }
        }
        return true;
    }

    private int digit(int at) {
        return in.get(at) - '0';
    }
}
