package groupwatch.summary.model.vendor;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An answer of OpenAI's as its chunks come. The last one has no choices, and what was used. */
final class OpenAiReading implements Blocking.Reading {

    private final StreamResponse<ChatCompletionChunk> response;
    private final Iterator<ChatCompletionChunk> chunks;
    private final StringBuilder text = new StringBuilder();
    private String model;
    private TokenCount tokens = TokenCount.NONE;
    private @Nullable String stop;
    private boolean refused;
    private boolean over;

    OpenAiReading(StreamResponse<ChatCompletionChunk> response, String model) {
        this.response = response;
        this.chunks = response.stream().iterator();
        this.model = model;
    }

    @Override
    public @Nullable Said next() {
        while (!over && chunks.hasNext()) {
            Said said = said(chunks.next());
            if (said != null) {
                return said;
            }
        }
        if (over) {
            return null;
        }
        if (stop == null) {
            throw new UncheckedIOException(new EOFException("the answer ends before it is over"));
        }
        over = true;
        return new Said.Done(new Reply(text.toString(), refused ? Finish.REFUSED : Finishes.of(stop), model, tokens));
    }

    private @Nullable Said said(ChatCompletionChunk chunk) {
        model = Replies.model(chunk.model(), model);
        String words = chunk.choices().stream().findFirst().map(this::words).orElse("");
        chunk.usage().ifPresent(usage -> tokens = new TokenCount(usage.promptTokens(), usage.completionTokens()));
        if (!words.isEmpty()) {
            text.append(words);
            return new Said.Words(words);
        }
        return chunk.usage().isPresent() ? new Said.Used(tokens) : null;
    }

    private String words(Choice choice) {
        choice.finishReason().ifPresent(reason -> stop = reason.asString());
        refused |=
                choice.delta().refusal().filter(refusal -> !refusal.isEmpty()).isPresent();
        return choice.delta().content().orElse("");
    }

    @Override
    public void close() {
        response.close();
    }
}
