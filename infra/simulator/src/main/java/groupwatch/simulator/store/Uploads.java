package groupwatch.simulator.store;

import groupwatch.simulator.media.MediaFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that came through the API, by message. */
public final class Uploads {

    private final long limit;
    private final Map<String, MediaFile> files = new LinkedHashMap<>();
    private long size;

    /** @param limit bytes in all */
    public Uploads(long limit) {
        this.limit = limit;
    }

    public synchronized void keep(String keyId, MediaFile file) {
        files.put(keyId, file);
        size += file.bytes().length;
        var oldest = files.entrySet().iterator();
        while (size > limit && oldest.hasNext()) {
            size -= oldest.next().getValue().bytes().length;
            oldest.remove();
        }
    }

    public synchronized @Nullable MediaFile find(String keyId) {
        return files.get(keyId);
    }
}
