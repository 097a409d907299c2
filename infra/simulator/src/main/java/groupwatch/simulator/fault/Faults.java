package groupwatch.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults there are. An instance's own go before those of everybody, a longer path before a shorter one. */
@Component
public class Faults {

    private final List<Lasting> all = new ArrayList<>();

    /** @param left how many calls it still meets; negative: all until it is cleared */
    private record Lasting(Fault fault, long left) {

        boolean replacedBy(Fault other) {
            return Objects.equals(fault.instance(), other.instance())
                    && fault.path().equals(other.path());
        }

        boolean before(Lasting other) {
            var own = fault.instance() != null;
            return own == (other.fault.instance() != null)
                    ? fault.path().length() > other.fault.path().length()
                    : own;
        }
    }

    /** Replaces what was the matter with the same path of the same instance. */
    public synchronized void put(Fault fault, @Nullable Long calls) {
        all.removeIf(lasting -> lasting.replacedBy(fault));
        all.add(new Lasting(fault, calls == null ? -1 : calls));
    }

    /** @param instance absent: those that are everybody's */
    public synchronized void clear(@Nullable String instance) {
        all.removeIf(lasting -> Objects.equals(lasting.fault().instance(), instance));
    }

    public synchronized int count(@Nullable String instance) {
        return (int) all.stream()
                .filter(lasting -> Objects.equals(lasting.fault().instance(), instance))
                .count();
    }

    /** What becomes of a call; counts it. */
    public synchronized Optional<Fault> meet(String path, @Nullable String instance) {
        Lasting met = null;
        for (var lasting : all) {
            if (lasting.fault().concerns(path, instance) && (met == null || lasting.before(met))) {
                met = lasting;
            }
        }
        if (met == null) {
            return Optional.empty();
        }
        if (met.left() > 0) {
            all.remove(met);
            if (met.left() > 1) {
                all.add(new Lasting(met.fault(), met.left() - 1));
            }
        }
        return Optional.of(met.fault());
    }
}
