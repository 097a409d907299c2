package groupwatch.store.export;

import groupwatch.store.query.ShownMessage;
import java.io.ByteArrayOutputStream;
import org.springframework.http.MediaType;

/** How messages are written, one after the other. */
sealed interface Format permits Ndjson, Csv {

    /** As in a file's name and in the meters. */
    String extension();

    MediaType mediaType();

    /** What comes before the first message, if anything. */
    void begin(ByteArrayOutputStream out);

    void write(ShownMessage message, ByteArrayOutputStream out);
}
