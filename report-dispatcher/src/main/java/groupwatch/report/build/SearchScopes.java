package groupwatch.report.build;

import groupwatch.report.read.StoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The groups of a report in portions that a search takes. */
final class SearchScopes {

    private SearchScopes() {}

    /** One empty portion, all groups, for none. */
    static List<Set<String>> of(Set<String> groups) {
        List<Set<String>> portions = new ArrayList<>();
        List<String> all = groups.stream().sorted().toList();
        for (int i = 0; i < all.size(); i += StoreClient.GROUPS_A_SEARCH) {
            portions.add(Set.copyOf(all.subList(i, Math.min(all.size(), i + StoreClient.GROUPS_A_SEARCH))));
        }
        return portions.isEmpty() ? List.of(Set.of()) : portions;
    }
}
