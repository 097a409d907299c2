package groupwatch.mailbox.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.mailbox.keep.KeptMail;
import groupwatch.mailbox.read.OpenedMail;

/** One mail as the API tells it: what the list says of it, and what it is made of. */
record ShownMail(
        @JsonUnwrapped KeptMail kept, @JsonUnwrapped OpenedMail opened) {

    static ShownMail of(KeptMail kept, OpenedMail opened) {
        return new ShownMail(kept, opened);
    }
}
