package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.ModelSettings;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ollama's chat, by Spring AI, without blocking: its whole answers are its streams, collected. */
final class OllamaVendor implements Vendor {

    private static final String URL = "http://localhost:11434";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OllamaChatModel chat;
    private final ModelSettings settings;
    private final Trouble trouble;

    OllamaVendor(ModelSettings settings, @Nullable String key, ReactorResourceFactory resources, Trouble trouble) {
        HttpClient http = HttpClient.create().runOn(resources.getLoopResources());
        WebClient.Builder web = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http));
        if (key != null) {
            web.defaultHeaders(headers -> headers.setBearerAuth(key));
        }
        this.chat = OllamaChatModel.builder()
                .ollamaApi(OllamaApi.builder()
                        .baseUrl(Objects.toString(settings.url(), URL).replaceAll("/+$", ""))
                        .webClientBuilder(web)
                        .build())
                .options(OllamaChatOptions.builder().model(settings.summaries()).build())
                .build();
        this.settings = settings;
        this.trouble = trouble;
    }

    @Override
    public Mono<Said.Done> complete(String model, ModelRequest request) {
        return stream(model, request).ofType(Said.Done.class).single();
    }

    @Override
    public Flux<Said> stream(String model, ModelRequest request) {
        return Flux.defer(() -> {
                    OllamaAnswer answer = new OllamaAnswer(model);
                    return chat.stream(Prompts.of(request, options(model, request)))
                            .concatMapIterable(answer::said)
                            .concatWith(Mono.defer(answer::end));
                })
                .onErrorMap(error -> !(error instanceof VendorException), error -> trouble(error, request));
    }

    private OllamaChatOptions options(String model, ModelRequest request) {
        OllamaChatOptions.Builder options = OllamaChatOptions.builder()
                .model(model)
                // else Ollama reads a few thousand tokens and leaves the rest out, and says nothing
                .numCtx(settings.window())
                .numPredict(request.maxTokens());
        if (settings.schema() && request.schema() != null) {
            options.format(JSON.readValue(request.schema(), new TypeReference<Map<String, Object>>() {}));
        }
        return options.build();
    }

    private VendorException trouble(Throwable error, ModelRequest request) {
        return error instanceof WebClientResponseException answered
                        && answered.getStatusCode().isError()
                ? trouble.answered(
                        answered.getStatusCode().value(),
                        name -> answered.getHeaders().getFirst(name),
                        body(answered.getResponseBodyAsString()),
                        request)
                : trouble.lost(error);
    }

    private static JsonNode body(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
