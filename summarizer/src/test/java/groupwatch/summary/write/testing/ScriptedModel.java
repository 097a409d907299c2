package groupwatch.summary.write.testing;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Streamed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A model whose answers are written by a test. It keeps what it was asked, and counts how many requests it had at once. */
public final class ScriptedModel implements LanguageModel {

    private static final Pattern MARK = Pattern.compile("<<data ([0-9a-f]{16})>>");

    private final int window;
    private final Function<ModelRequest, Completion> script;
    private final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();

    private ScriptedModel(int window, Function<ModelRequest, Completion> script) {
        this.window = window;
        this.script = script;
    }

    public static ScriptedModel answering(int window, Function<ModelRequest, Completion> script) {
        return new ScriptedModel(window, script);
    }

    /** One answer after the other, the last one for ever; {@code {{word}}} and {@code {{system}}} stand for what the request holds. */
    public static ScriptedModel saying(String... answers) {
        AtomicInteger next = new AtomicInteger();
        return answering(
                200_000,
                request -> whole(filled(answers[Math.min(next.getAndIncrement(), answers.length - 1)], request)));
    }

    public static ScriptedModel completing(Completion... answers) {
        AtomicInteger next = new AtomicInteger();
        return answering(200_000, request -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    public static Completion whole(String text) {
        return new Completion(text, Finish.COMPLETE, "scripted-1", new TokenCount(1_000, 100), new BigDecimal("0.01"));
    }

    public static Completion ended(Finish finish, String text) {
        return new Completion(text, finish, "scripted-1", new TokenCount(1_000, 100), new BigDecimal("0.01"));
    }

    /** The word in the marks of a request. */
    public static String word(ModelRequest request) {
        Matcher mark = MARK.matcher(request.turns().getFirst().text());
        if (!mark.find()) {
            throw new AssertionError("No mark before the data");
        }
        return mark.group(1);
    }

    private static String filled(String answer, ModelRequest request) {
        return answer.replace("{{word}}", word(request))
                .replace(
                        "{{system}}",
                        request.system().substring(0, 300).replace("\"", "'").replace("\n", " "));
    }

    public List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    public int mostAtWork() {
        return mostAtWork.get();
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
        return window;
    }

    @Override
    public Mono<Completion> complete(ModelRequest request) {
        return Mono.fromCallable(() -> answer(request)).subscribeOn(Schedulers.parallel());
    }

    private Completion answer(ModelRequest request) {
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        try {
            requests.add(request);
            return script.apply(request);
        } finally {
            atWork.decrementAndGet();
        }
    }

    @Override
    public Flux<Streamed> stream(ModelRequest request) {
        return Flux.error(new UnsupportedOperationException("Summaries are not streamed"));
    }
}
