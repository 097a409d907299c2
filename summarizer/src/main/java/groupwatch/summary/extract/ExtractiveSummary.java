package groupwatch.summary.extract;

import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.Written;
import java.math.BigDecimal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Says a day in short in the group's own words. No network, no model: the same day always gives the same summary, and it costs nothing. */
public final class ExtractiveSummary implements WriteSummary, DisposableBean {

    /** What is noted as the model. */
    public static final String MODEL = "signals-mmr-1";

    private static final int AT_ONCE = 2;
    private static final int WAITING = 1000;

    /** Reckoning keeps a processor busy: neither event loops nor timers wait for it. */
    private final Scheduler reckoning = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "summary-extract", 60, true);

    @Override
    public Mono<Written> write(Transcript transcript, Wish wish) {
        return Mono.defer(() -> {
            AtomicBoolean abandoned = new AtomicBoolean();
            return Mono.fromCallable(() -> written(transcript, wish, abandoned))
                    .subscribeOn(reckoning)
                    .doOnCancel(() -> abandoned.set(true));
        });
    }

    /** Nothing where nobody waits for it any more: then the thread is interrupted. */
    private static @Nullable Written written(Transcript transcript, Wish wish, AtomicBoolean abandoned) {
        try {
            return written(new Composition(Day.of(transcript)).content(wish));
        } catch (CancellationException e) {
            if (abandoned.get()) {
                return null;
            }
            throw e;
        }
    }

    private static Written written(SummaryContent content) {
        return new Written(content, Summary.EXTRACTIVE, MODEL, 0, 1, 0, TokenCount.NONE, BigDecimal.ZERO);
    }

    @Override
    public void destroy() {
        reckoning.dispose();
    }
}
