package groupwatch.bench.gateway;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads the body and answers 200: what the stack itself can take on this machine. */
@WebStack
@RestController
public class NullHandler {

    private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII);

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(NullHandler.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments);
    }

    @PostMapping(path = "/webhook/evolution", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> receive(@RequestBody byte[] body) {
        return Mono.just(OK);
    }
}
