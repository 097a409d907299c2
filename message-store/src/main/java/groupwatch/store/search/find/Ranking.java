package groupwatch.store.search.find;

import groupwatch.store.search.find.Found.Searched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the hits of one portion of the months after the other, and keeps the best. */
final class Ranking {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
                    (Candidate candidate) -> candidate.hit().rank())
            .thenComparing(candidate -> candidate.hit().sentAt())
            .thenComparing(candidate -> candidate.hit().key().id())
            .thenComparing(candidate -> candidate.hit().key().scope())
            .reversed();

    private final SearchCursor.@Nullable Window window;
    private final int limit;
    private final List<Candidate> best = new ArrayList<>();
    private long compared;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;

    /** @param after where the page before ended, in the same hits */
    Ranking(@Nullable SearchCursor after, int limit) {
        this.window = after == null ? null : after.window();
        this.limit = limit;
    }

    /**
     * One of the best hits of a portion.
     *
     * @param hits how many the portion has
     * @param times of these hits
     */
    record Candidate(Hit hit, long hits, TimeRange times) {}

    /** How many more hits can be compared. A later page compares those of the first. */
    long left() {
        return window == null ? HitSql.RANKED - compared : 2 * HitSql.RANKED;
    }

    boolean isFull() {
        return window == null && compared >= HitSql.RANKED;
    }

    void add(List<Candidate> portion) {
        if (portion.isEmpty()) {
            return;
        }
        Candidate any = portion.getFirst();
        compared += any.hits();
        oldest = any.times().from();
        newest = newest == null ? any.times().to() : newest;
        best.addAll(portion);
        best.sort(BEST_FIRST);
        if (best.size() > limit + 1) {
            best.subList(limit + 1, best.size()).clear();
        }
    }

    /** @param toTheEnd whether the oldest months were looked at too */
    Found page(boolean toTheEnd) {
        List<Hit> hits = best.stream().map(Candidate::hit).limit(limit).toList();
        boolean complete = toTheEnd && !isFull();
        Searched searched = new Searched(complete, complete ? null : oldest, compared);
        if (best.size() <= limit || oldest == null || newest == null) {
            return new Found(hits, null, searched);
        }
        SearchCursor.Window of = window != null
                ? new SearchCursor.Window(hits.getLast().rank(), window.from(), window.to())
                : new SearchCursor.Window(hits.getLast().rank(), oldest, newest);
        return new Found(hits, new SearchCursor(Place.of(hits.getLast()), of), searched);
    }
}
