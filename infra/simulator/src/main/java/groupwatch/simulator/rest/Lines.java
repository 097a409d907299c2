package groupwatch.simulator.rest;

import groupwatch.simulator.wire.Json;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/** JSON, one object a line, written as it is made. */
final class Lines {

    private static final int AT_ONCE = 256;

    private Lines() {}

    static ResponseEntity<Flux<DataBuffer>> of(Flux<ObjectNode> objects) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(objects.map(Json::write).buffer(AT_ONCE).map(Lines::joined));
    }

    private static DataBuffer joined(List<byte[]> lines) {
        var size = lines.stream().mapToInt(line -> line.length + 1).sum();
        var all = new byte[size];
        Arrays.fill(all, (byte) '\n');
        var at = 0;
        for (var line : lines) {
            System.arraycopy(line, 0, all, at, line.length);
            at += line.length + 1;
        }
        return DefaultDataBufferFactory.sharedInstance.wrap(all);
    }
}
