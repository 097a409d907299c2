package groupwatch.bench.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a measurement has started: ended in reverse order when it is over, or when somebody presses Ctrl-C. */
public final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    public Resources() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
    }

    public synchronized <R extends AutoCloseable> R add(R resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("could not be ended: " + e);
            }
        }
    }
}
