package groupwatch.media.fetch;

import java.io.IOException;

/** The disk of this machine has no room, or fails: another try later makes sense. */
class DiskTroubleException extends RuntimeException {

    DiskTroubleException(IOException cause) {
        super("the work folder cannot be written: " + cause.getMessage(), cause);
    }
}
