package groupwatch.kit.objects;

import org.jspecify.annotations.Nullable;

/**
 * Which bytes of an object.
 *
 * @param first from 0
 * @param last inclusive; absent: to the end. Beyond the end is the end
 */
public record ByteRange(long first, @Nullable Long last) {

    public static final ByteRange ALL = new ByteRange(0, null);

    public ByteRange {
        if (first < 0 || last != null && last < first) {
            throw new IllegalArgumentException("no range of bytes: " + first + " to " + last);
        }
    }
}
