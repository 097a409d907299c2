package groupwatch.summary.ask.testing;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Models;
import groupwatch.summary.model.Streamed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Models of which none is there, or one that says what a test has it say. */
public final class ScriptedModel implements Models, LanguageModel {

    public final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    public final AtomicInteger cancelled = new AtomicInteger();

    private volatile @Nullable Function<ModelRequest, Flux<Streamed>> script;

    /** In these pieces. */
    public void says(String... pieces) {
        ends(Finish.COMPLETE, pieces);
    }

    public void ends(Finish finish, String... pieces) {
        script = request -> Flux.concat(
                Flux.fromArray(pieces).map(Streamed.Piece::new),
                Flux.just(new Streamed.End(new Completion(
                        String.join("", pieces),
                        finish,
                        "scripted-1-20260101",
                        new TokenCount(1200, 34),
                        new BigDecimal("0.0042")))));
    }

    public void streams(Flux<Streamed> stream) {
        script = request -> stream;
    }

    public void isNotThere() {
        script = null;
        requests.clear();
        cancelled.set(0);
    }

    @Override
    public Optional<LanguageModel> forSummaries() {
        return Optional.empty();
    }

    @Override
    public Optional<LanguageModel> forQuestions() {
        return script == null ? Optional.empty() : Optional.of(this);
    }

    @Override
    public String provider() {
        return "scripted";
    }

    @Override
    public String name() {
        return "scripted-1";
    }

    @Override
    public int window() {
        return 200_000;
    }

    @Override
    public Mono<Completion> complete(ModelRequest request) {
        return Mono.error(new UnsupportedOperationException("questions are streamed"));
    }

    @Override
    public Flux<Streamed> stream(ModelRequest request) {
        return Flux.defer(() -> {
            requests.add(request);
            Function<ModelRequest, Flux<Streamed>> told = script;
            return told == null ? Flux.empty() : told.apply(request).doOnCancel(cancelled::incrementAndGet);
        });
    }
}
