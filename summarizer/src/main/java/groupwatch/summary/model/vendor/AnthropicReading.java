package groupwatch.summary.model.vendor;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStartEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import groupwatch.events.summary.TokenCount;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An answer of Anthropic's as its events come. Events that say nothing of the text, and those nobody knows yet, are passed over. */
final class AnthropicReading implements Blocking.Reading {

    private final StreamResponse<RawMessageStreamEvent> response;
    private final Iterator<RawMessageStreamEvent> events;
    private final StringBuilder text = new StringBuilder();
    private String model;
    private TokenCount tokens = TokenCount.NONE;
    private @Nullable String stop;
    private boolean over;

    AnthropicReading(StreamResponse<RawMessageStreamEvent> response, String model) {
        this.response = response;
        this.events = response.stream().iterator();
        this.model = model;
    }

    @Override
    public @Nullable Said next() {
        while (!over && events.hasNext()) {
            Said said = said(events.next());
            if (said != null) {
                return said;
            }
        }
        if (over) {
            return null;
        }
        throw new UncheckedIOException(new EOFException("the answer ends before it is over"));
    }

    private @Nullable Said said(RawMessageStreamEvent event) {
        if (event.isMessageStart()) {
            return started(event.asMessageStart());
        }
        if (event.isContentBlockDelta() && event.asContentBlockDelta().delta().isText()) {
            String words = event.asContentBlockDelta().delta().asText().text();
            text.append(words);
            return new Said.Words(words);
        }
        if (event.isMessageDelta()) {
            return changed(event.asMessageDelta());
        }
        if (event.isMessageStop()) {
            over = true;
            return new Said.Done(new Reply(text.toString(), Finishes.of(stop), model, tokens));
        }
        return null;
    }

    private Said started(RawMessageStartEvent start) {
        model = start.message().model().asString();
        tokens = new TokenCount(
                start.message().usage().inputTokens(), start.message().usage().outputTokens());
        return new Said.Used(tokens);
    }

    /** Its counts are of the whole answer so far. */
    private Said changed(RawMessageDeltaEvent delta) {
        delta.delta().stopReason().ifPresent(reason -> stop = reason.asString());
        MessageDeltaUsage usage = delta.usage();
        tokens = new TokenCount(usage.inputTokens().orElse(tokens.input()), usage.outputTokens());
        return new Said.Used(tokens);
    }

    @Override
    public void close() {
        response.close();
    }
}
