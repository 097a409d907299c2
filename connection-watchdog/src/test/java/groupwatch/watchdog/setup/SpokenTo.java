package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.EvolutionApi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Evolution, of which a test hears what it is asked, and whose answers it can change. */
final class SpokenTo {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Object>> instead = new ConcurrentHashMap<>();
    private final EvolutionApi api;

    SpokenTo(EvolutionApi evolution) {
        this.api = (EvolutionApi) Proxy.newProxyInstance(
                EvolutionApi.class.getClassLoader(),
                new Class<?>[] {EvolutionApi.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    Supplier<Object> other = instead.get(method.getName());
                    if (other != null) {
                        return other.get();
                    }
                    try {
                        return method.invoke(evolution, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    EvolutionApi api() {
        return api;
    }

    /** Names of the methods, in order. */
    List<String> calls() {
        return calls;
    }

    void forget() {
        calls.clear();
    }

    /** @param answer a Mono */
    void answers(String method, Supplier<Object> answer) {
        instead.put(method, answer);
    }
}
