package groupwatch.media.inspect;

import java.io.IOException;

/** The programs are not there, or do not start on this machine. */
final class NoFfmpegException extends IOException {

    NoFfmpegException(String message) {
        super(message);
    }
}
