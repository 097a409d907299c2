package groupwatch.simulator.rest;

import groupwatch.simulator.wire.Json;
import java.util.Base64;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** A multipart request as the JSON it could have been: its {@code file} as base64. */
final class FormBody {

    private static final int LARGEST = 16 * 1024 * 1024;

    private FormBody() {}

    /** @param file under which name the file goes */
    static Mono<ObjectNode> json(MultiValueMap<String, Part> parts, String file) {
        return Flux.fromIterable(parts.values())
                .flatMapIterable(same -> same)
                .concatMap(part -> field(part, file), 1)
                .reduce(Json.object(), (all, one) -> (ObjectNode) all.setAll(one));
    }

    private static Mono<ObjectNode> field(Part part, String file) {
        if (part instanceof FormFieldPart field) {
            return Mono.just(Json.object().put(field.name(), field.value()));
        }
        return DataBufferUtils.join(part.content(), LARGEST).map(buffer -> {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            var json = Json.object().put(file, Base64.getEncoder().encodeToString(bytes));
            if (part instanceof FilePart uploaded) {
                json.put("fileName", uploaded.filename());
            }
            return json;
        });
    }
}
