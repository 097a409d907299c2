package groupwatch.media.serve;

import org.jspecify.annotations.Nullable;

/** @param seconds how long the link is to work; absent: as configured */
record LinkRequest(@Nullable Long seconds) {

    static final LinkRequest USUAL = new LinkRequest(null);
}
