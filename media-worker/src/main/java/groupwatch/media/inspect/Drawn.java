package groupwatch.media.inspect;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A thumbnail, or why there is none. */
record Drawn(@Nullable Thumbnail thumbnail, @Nullable String trouble) {

    static Drawn as(String mime, byte[] bytes) {
        return new Drawn(new Thumbnail(mime, ByteBuffer.wrap(bytes)), null);
    }

    static Drawn not(String trouble) {
        return new Drawn(null, trouble);
    }
}
