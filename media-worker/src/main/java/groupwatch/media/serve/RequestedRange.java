package groupwatch.media.serve;

import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.problem.ProblemException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;

/**
 * Which bytes are asked for (RFC 9110, 14). One range is given as asked; several, one that cannot be read and one of another version are answered with the
 * whole, as the RFC allows.
 *
 * @param last inclusive
 */
record RequestedRange(long first, long last, long size) {

    /** @throws ProblemException 416 when it begins beyond the end */
    static RequestedRange of(HttpHeaders request, String etag, long size) {
        RequestedRange whole = new RequestedRange(0, size - 1, size);
        String version = request.getFirst(HttpHeaders.IF_RANGE);
        if (version != null && !version.equals(etag)) {
            return whole;
        }
        List<HttpRange> ranges = read(request.getFirst(HttpHeaders.RANGE));
        return ranges.size() == 1 ? part(ranges.getFirst(), size) : whole;
    }

    private static List<HttpRange> read(@org.jspecify.annotations.Nullable String header) {
        try {
            return HttpRange.parseRanges(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static RequestedRange part(HttpRange range, long size) {
        long first = size == 0 ? 0 : range.getRangeStart(size);
        if (first >= size) {
            throw new ProblemException(
                            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                            "no-such-range",
                            "The file has " + size + " bytes.")
                    .withHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        }
        return new RequestedRange(first, range.getRangeEnd(size), size);
    }

    boolean isPart() {
        return length() < size;
    }

    long length() {
        return last - first + 1;
    }

    ByteRange bytes() {
        return isPart() ? new ByteRange(first, last) : ByteRange.ALL;
    }

    String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
