package groupwatch.summary.model.vendor;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Turn;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.setup.OpenAiSetup;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenAI's chat completions, or who speaks as they do. Whole answers come by Spring AI; a stream is read from the vendor's client beneath it,
 * because Spring AI's cannot be ended from outside and has no bound.
 */
final class OpenAiVendor implements Blocking {

    private static final String URL = "https://api.openai.com/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenAIClient client;
    private final OpenAiChatModel chat;
    private final boolean enforcing;
    private final boolean genuine;
    private final Trouble trouble;

    /**
     * @param key absent where the address wants none
     * @param limit of a call, after all other limits
     */
    OpenAiVendor(ModelSettings settings, @Nullable String key, Duration limit, Trouble trouble) {
        this.genuine = settings.url() == null;
        String url = address(settings.url());
        this.client = OpenAiSetup.setupSyncClient(
                url,
                // empty: no header
                key == null ? "" : key,
                null,
                null,
                null,
                null,
                false,
                false,
                settings.summaries(),
                limit,
                0,
                null,
                Map.of(),
                ObservationRegistry.NOOP,
                null,
                List.of());
        this.chat = OpenAiChatModel.builder()
                .openAiClient(client)
                .openAiClientAsync(client.async())
                .options(OpenAiChatOptions.builder().model(settings.summaries()).build())
                .build();
        this.enforcing = settings.schema();
        this.trouble = trouble;
    }

    /** With the version, whether it was given or not. */
    private static String address(@Nullable URI url) {
        if (url == null) {
            return URL;
        }
        String base = url.toString().replaceAll("/+$", "");
        return base.matches(".*/v\\d+[a-z]*") ? base : base + "/v1";
    }

    @Override
    public Reply complete(String model, ModelRequest request) {
        OpenAiChatOptions.Builder options = OpenAiChatOptions.builder().model(model);
        if (genuine) {
            options.maxCompletionTokens(request.maxTokens());
        } else {
            // deprecated by OpenAI, and what all others know
            options.maxTokens(request.maxTokens());
        }
        if (enforcing && request.schema() != null) {
            options.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormat.Type.JSON_SCHEMA)
                    .jsonSchema(EnforceableSchema.withoutAbsence(request.schema()))
                    .build());
        }
        return Replies.of(chat.call(Prompts.of(request, options.build())), model);
    }

    /** A stream is for people to read: no schema. */
    @Override
    @SuppressWarnings("MustBeClosedChecker") // who reads it closes it
    public Reading open(String model, ModelRequest request) {
        ChatCompletionCreateParams.Builder completion = ChatCompletionCreateParams.builder()
                .model(model)
                .addSystemMessage(request.system())
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        request.turns().forEach(turn -> add(completion, turn));
        if (genuine) {
            completion.maxCompletionTokens(request.maxTokens());
        } else {
            completion.putAdditionalBodyProperty("max_tokens", com.openai.core.JsonValue.from(request.maxTokens()));
        }
        return new OpenAiReading(client.chat().completions().createStreaming(completion.build()), model);
    }

    private static void add(ChatCompletionCreateParams.Builder completion, Turn turn) {
        switch (turn.role()) {
            case USER -> completion.addUserMessage(turn.text());
            case ASSISTANT -> completion.addAssistantMessage(turn.text());
        }
    }

    @Override
    public VendorException trouble(Throwable error, ModelRequest request) {
        return error instanceof OpenAIServiceException answered
                ? trouble.answered(
                        answered.statusCode(),
                        name -> answered.headers().values(name).stream()
                                .findFirst()
                                .orElse(null),
                        JSON.valueToTree(Map.of("error", body(answered))),
                        request)
                : trouble.lost(error);
    }

    /** What is in {@code error}, which the client has taken out. */
    private static Object body(OpenAIServiceException answered) {
        Object body = answered.body().convert(Object.class);
        return body instanceof Map<?, ?> ? body : Map.of();
    }
}
