package groupwatch.media.serve;

import groupwatch.kit.api.Query;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a media id out of a path. */
final class MediaId {

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private MediaId() {}

    static UUID of(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw Query.bad("id", "must be a media id like 0b7c1a52-3f4e-5d6a-8b9c-0d1e2f3a4b5c");
        }
        return UUID.fromString(text);
    }
}
