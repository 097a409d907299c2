package groupwatch.store.message;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Poll;
import groupwatch.events.message.PollOption;
import groupwatch.store.message.Fact.Voted;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The votes of a poll: the newest of each person. A summary's time is inexact: it yields to the vote it repeats. */
record Votes(Map<String, Voted> byPerson) {

    private static final Comparator<Voted> ORDER =
            Comparator.comparing(Voted::at).thenComparing(vote -> String.join("\n", vote.options()));

    static Votes of(Collection<Voted> seen, Persons people) {
        Map<String, List<Voted>> all = seen.stream()
                .collect(Collectors.groupingBy(vote -> people.key(vote.by()), TreeMap::new, Collectors.toList()));
        Map<String, Voted> newest = new TreeMap<>();
        all.forEach((person, votes) -> newest.put(person, newest(votes)));
        return new Votes(newest);
    }

    private static Voted newest(List<Voted> votes) {
        Set<Set<String>> exact =
                votes.stream().filter(Voted::exact).map(Votes::choice).collect(Collectors.toSet());
        return votes.stream()
                .filter(vote -> vote.exact() || !exact.contains(choice(vote)))
                .max(ORDER)
                .orElseThrow();
    }

    private static Set<String> choice(Voted vote) {
        return Set.copyOf(vote.options());
    }

    /** The poll with its votes; options that only votes name come last. */
    @Nullable
    Poll countedOn(@Nullable Poll poll, Persons people) {
        if (poll == null) {
            return null;
        }
        List<PollOption> options =
                options(poll).map(option -> counted(option, people)).toList();
        return new Poll(poll.question(), options, poll.selectable());
    }

    private Stream<PollOption> options(Poll poll) {
        Map<String, PollOption> options = new LinkedHashMap<>();
        poll.options().forEach(option -> options.putIfAbsent(option.name(), option));
        Set<String> voted = new TreeSet<>();
        byPerson.values().forEach(vote -> voted.addAll(vote.options()));
        voted.forEach(name -> options.putIfAbsent(name, new PollOption(name, 0, List.of())));
        return options.values().stream();
    }

    /** A shared result comes with counts and without voters. */
    private PollOption counted(PollOption option, Persons people) {
        List<Person> voters = byPerson.values().stream()
                .filter(vote -> vote.options().contains(option.name()))
                .map(vote -> people.person(vote.by(), null))
                .toList();
        return new PollOption(option.name(), Math.max(option.votes(), voters.size()), voters);
    }
}
