package groupwatch.summary.model.vendor;

import com.anthropic.client.AnthropicClient;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.anthropic.AnthropicSetup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anthropic's Messages API. Whole answers come by Spring AI. A stream is read from the vendor's client beneath it: Spring AI's reads on threads
 * that are not ours, cannot be ended from outside, and tells what was read only when all is over.
 */
final class AnthropicVendor implements Blocking {

    private static final String URL = "https://api.anthropic.com";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnthropicClient client;
    private final AnthropicChatModel chat;
    private final boolean enforcing;
    private final Trouble trouble;

    /** @param limit of a call, after all other limits */
    AnthropicVendor(ModelSettings settings, String key, Duration limit, Trouble trouble) {
        String url = Objects.toString(settings.url(), URL);
        // repeating is not the client's business
        this.client = AnthropicSetup.setupSyncClient(url, key, limit, 0, null, Map.of());
        this.chat = AnthropicChatModel.builder()
                .anthropicClient(client)
                .anthropicClientAsync(client.async())
                .options(AnthropicChatOptions.builder()
                        .model(settings.summaries())
                        .maxTokens(1)
                        .build())
                .build();
        this.enforcing = settings.schema();
        this.trouble = trouble;
    }

    @Override
    public Reply complete(String model, ModelRequest request) {
        return Replies.of(chat.call(Prompts.of(request, options(model, request))), model);
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // who reads it closes it
    public Reading open(String model, ModelRequest request) {
        MessageCreateParams.Builder message = MessageCreateParams.builder()
                .model(model)
                .maxTokens(request.maxTokens())
                .system(request.system());
        request.turns().forEach(turn -> add(message, turn));
        OutputConfig format = options(model, request).getOutputConfig();
        if (format != null) {
            message.outputConfig(format);
        }
        return new AnthropicReading(client.messages().createStreaming(message.build()), model);
    }

    private static void add(MessageCreateParams.Builder message, Turn turn) {
        switch (turn.role()) {
            case USER -> message.addUserMessage(turn.text());
            case ASSISTANT -> message.addAssistantMessage(turn.text());
        }
    }

    private AnthropicChatOptions options(String model, ModelRequest request) {
        AnthropicChatOptions.Builder options =
                AnthropicChatOptions.builder().model(model).maxTokens(request.maxTokens());
        if (enforcing && request.schema() != null) {
            options.outputSchema(EnforceableSchema.of(request.schema()));
        }
        return options.build();
    }

    @Override
    public VendorException trouble(Throwable error, ModelRequest request) {
        return error instanceof AnthropicServiceException answered
                ? trouble.answered(
                        answered.statusCode(),
                        name -> answered.headers().values(name).stream()
                                .findFirst()
                                .orElse(null),
                        body(answered),
                        request)
                : trouble.lost(error);
    }

    private static JsonNode body(AnthropicServiceException answered) {
        Object body = answered.body().convert(Object.class);
        return JSON.valueToTree(body instanceof Map<?, ?> ? body : Map.of());
    }
}
