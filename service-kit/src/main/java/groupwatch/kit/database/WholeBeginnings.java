package groupwatch.kit.database;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Transactions whose beginning is never cut off: who is cancelled meanwhile has it rolled back once it has begun. Else the pool would give the
 * connection to the next one while PostgreSQL is about to begin a transaction on it, and what that one writes would be within it and gone in the
 * end.
 */
final class WholeBeginnings implements ReactiveTransactionManager, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WholeBeginnings.class);

    private final ReactiveTransactionManager manager;
    private final Disposable.Composite endings = Disposables.composite();
    private volatile boolean started;

    WholeBeginnings(ReactiveTransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
        Mono<ReactiveTransaction> begin = manager.getReactiveTransaction(definition);
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super ReactiveTransaction> actual) {
                begin(begin, new Beginning(actual));
            }
        };
    }

    private static void begin(Mono<ReactiveTransaction> begin, Beginning beginning) {
        begin.subscribe(beginning);
    }

    /** Nobody waits for it. */
    private void end(ReactiveTransaction unwanted, Context context) {
        Disposable.Swap ending = Disposables.swap();
        endings.add(ending);
        ending.update(manager.rollback(unwanted)
                .contextWrite(context)
                .doFinally(ended -> endings.remove(ending))
                .subscribe(done -> {}, error -> log.warn("A transaction that nobody wanted is not ended", error)));
    }

    @Override
    public void start() {
        started = true;
    }

    /** After all who use the database. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        started = false;
        endings.dispose();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return manager.commit(transaction);
    }

    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return manager.rollback(transaction);
    }

    private enum State {
        BEGINNING,
        HANDED_OVER,
        UNWANTED
    }

    private final class Beginning implements CoreSubscriber<ReactiveTransaction>, Subscription {

        private final CoreSubscriber<? super ReactiveTransaction> actual;
        private final AtomicReference<State> state = new AtomicReference<>(State.BEGINNING);

        Beginning(CoreSubscriber<? super ReactiveTransaction> actual) {
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription begin) {
            actual.onSubscribe(this);
            begin.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ReactiveTransaction transaction) {
            if (state.compareAndSet(State.BEGINNING, State.HANDED_OVER)) {
                actual.onNext(transaction);
            } else {
                end(transaction, currentContext());
            }
        }

        @Override
        public void onError(Throwable error) {
            if (state.compareAndSet(State.BEGINNING, State.HANDED_OVER)) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (state.get() == State.HANDED_OVER) {
                actual.onComplete();
            }
        }

        @Override
        public void request(long number) {
            // there is one, and it comes by itself
        }

        @Override
        public void cancel() {
            state.compareAndSet(State.BEGINNING, State.UNWANTED);
        }
    }
}
