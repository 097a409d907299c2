package groupwatch.ingest.receive;

import org.jspecify.annotations.Nullable;

/**
 * A webhook's body, safe as far as it is large.
 *
 * @param bytes what goes into the record; without its file, and empty when the whole lies in the object store
 * @param claim key of the file that was in it; absent when there was none
 * @param whole key of the body itself, when it is too large for a record even without its file
 */
record ReceivedBody(
        byte[] bytes, @Nullable String claim, @Nullable String whole) {

    static ReceivedBody plain(byte[] bytes) {
        return new ReceivedBody(bytes, null, null);
    }
}
