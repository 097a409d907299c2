package groupwatch.summary.model.vendor;

import groupwatch.events.summary.TokenCount;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.publisher.Mono;

/** An answer of Ollama's as its lines come: the last one says why it stopped, and what was used. */
final class OllamaAnswer {

    private final StringBuilder text = new StringBuilder();
    private String model;
    private TokenCount tokens = TokenCount.NONE;
    private @Nullable String stop;

    OllamaAnswer(String model) {
        this.model = model;
    }

    List<Said> said(ChatResponse line) {
        List<Said> said = new ArrayList<>();
        Generation generation = line.getResult();
        String words = generation == null ? "" : Replies.text(generation);
        if (!words.isEmpty()) {
            text.append(words);
            said.add(new Said.Words(words));
        }
        if (Boolean.TRUE.equals(line.getMetadata().get("done"))) {
            model = Replies.model(line.getMetadata().getModel(), model);
            tokens = Replies.tokens(line.getMetadata().getUsage());
            stop = generation == null ? null : generation.getMetadata().getFinishReason();
            stop = stop == null ? "stop" : stop;
            said.add(new Said.Used(tokens));
        }
        return said;
    }

    Mono<Said> end() {
        return stop == null
                ? Mono.error(new EOFException("the answer ends before it is over"))
                : Mono.just(new Said.Done(new Reply(text.toString(), Finishes.of(stop), model, tokens)));
    }
}
