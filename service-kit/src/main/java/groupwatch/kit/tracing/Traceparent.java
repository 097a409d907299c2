package groupwatch.kit.tracing;

import io.micrometer.tracing.TraceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code traceparent} header, version 00 (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record Traceparent(String traceId, String spanId, boolean sampled) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}).*");

    static String write(TraceContext trace) {
        return "00-" + trace.traceId() + "-" + trace.spanId() + (Boolean.TRUE.equals(trace.sampled()) ? "-01" : "-00");
    }

    /** Empty when it is none: anybody may write to a topic. */
    static Optional<Traceparent> read(String header) {
        Matcher parts = FORM.matcher(header);
        return parts.matches()
                ? Optional.of(new Traceparent(
                        parts.group(1), parts.group(2), (Integer.parseInt(parts.group(3), 16) & 1) == 1))
                : Optional.empty();
    }
}
