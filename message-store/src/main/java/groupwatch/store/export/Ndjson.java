package groupwatch.store.export;

import groupwatch.events.EventCodec;
import groupwatch.store.query.ShownMessage;
import java.io.ByteArrayOutputStream;
import org.springframework.http.MediaType;

/** One message a line, in the JSON of the topic. */
record Ndjson() implements Format {

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public MediaType mediaType() {
        return MediaType.APPLICATION_NDJSON;
    }

    @Override
    public void begin(ByteArrayOutputStream out) {}

    @Override
    public void write(ShownMessage message, ByteArrayOutputStream out) {
        out.writeBytes(EventCodec.mapper().writeValueAsBytes(message));
        out.write('\n');
    }
}
