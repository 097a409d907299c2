package groupwatch.summary.model.vendor;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Answers as Spring AI gives them. */
final class Replies {

    private Replies() {}

    /** @param asked the model that was asked, for a vendor that does not say who answered */
    static Reply of(ChatResponse response, String asked) {
        Generation generation = response.getResult();
        if (generation == null) {
            // an answer without content; why, Spring AI does not tell
            return new Reply("", Finish.REFUSED, asked, TokenCount.NONE);
        }
        String refusal = Objects.toString(generation.getOutput().getMetadata().get("refusal"), "");
        return new Reply(
                text(generation),
                refusal.isEmpty() ? Finishes.of(generation.getMetadata().getFinishReason()) : Finish.REFUSED,
                model(response.getMetadata().getModel(), asked),
                tokens(response.getMetadata().getUsage()));
    }

    static String text(Generation generation) {
        return Objects.requireNonNullElse(generation.getOutput().getText(), "");
    }

    static String model(@Nullable String answered, String asked) {
        return answered == null || answered.isBlank() ? asked : answered;
    }

    static TokenCount tokens(@Nullable Usage usage) {
        return usage == null
                ? TokenCount.NONE
                : new TokenCount(count(usage.getPromptTokens()), count(usage.getCompletionTokens()));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
