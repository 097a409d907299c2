package groupwatch.bench.gateway;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads the body and answers 200: what the stack itself can take on this machine. */
@WebStack
@RestController
public class NullHandler {

    private static final Map<String, String> OK = Map.of("status", "ok");

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(NullHandler.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments);
    }

    @PostMapping("/webhook/evolution")
    Mono<Map<String, String>> receive(@RequestBody byte[] body) {
        return Mono.just(OK);
    }
}
