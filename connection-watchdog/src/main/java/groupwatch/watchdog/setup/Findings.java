package groupwatch.watchdog.setup;

import groupwatch.events.link.Link;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at a part of an instance came to.
 *
 * @param repaired what was set right
 * @param warnings for people
 */
record Findings(List<String> repaired, List<Link.Warning> warnings) {

    static final Findings NONE = new Findings(List.of(), List.of());

    static Findings warning(Link.Warning warning) {
        return new Findings(List.of(), List.of(warning));
    }

    Findings and(Findings others) {
        return new Findings(
                Stream.concat(repaired.stream(), others.repaired.stream()).toList(),
                Stream.concat(warnings.stream(), others.warnings.stream()).toList());
    }
}
