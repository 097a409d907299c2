package groupwatch.media.keep;

import groupwatch.media.row.MediaRow;
import reactor.core.publisher.Mono;

/** What is to be done with a file that is kept. */
public interface AfterKeeping {

    /** Within the transaction that writes down that it is kept. */
    Mono<Void> kept(MediaRow row);

    /** After that transaction. */
    void announce(MediaRow row);
}
