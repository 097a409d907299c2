package groupwatch.simulator.webhook;

import java.util.Map;

/** One event on its way to one URL: made once, the same at every attempt. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Letter(String url, Map<String, String> headers, byte[] body) {}
