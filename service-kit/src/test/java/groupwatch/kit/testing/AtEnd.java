package groupwatch.kit.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when the tests' JVM ends, the last thing begun first. */
final class AtEnd {

    private static final Deque<Runnable> TASKS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtEnd::run, "test-servers-end"));
    }

    private AtEnd() {}

    static synchronized void add(Runnable task) {
        TASKS.push(task);
    }

    private static synchronized void run() {
        TASKS.forEach(Runnable::run);
    }
}
