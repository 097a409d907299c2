package groupwatch.mailbox.keep;

import java.io.IOException;

/** The mail is larger than the settings allow. */
public final class TooLargeException extends IOException {

    TooLargeException() {
        super("The mail is too large.");
    }
}
