package groupwatch.store.stats;

import groupwatch.events.message.MessageType;
import groupwatch.store.activity.CountedTypes;
import groupwatch.store.stats.Counts.OfSender;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The sums of a period.
 *
 * @param messages what people said, as {@link CountedTypes} decides; also what was revoked later
 * @param participants people who wrote one of them, as far as they are known
 * @param media those of them that are a file
 * @param voice those of them that are a voice note
 * @param reactions reactions that were given, changed or taken back
 * @param edited messages of the period that were edited, whenever
 * @param revoked messages of the period that were deleted for everyone, whenever
 */
record Totals(long messages, long participants, long media, long voice, long reactions, long edited, long revoked) {

    static Totals of(Collection<OfSender> counts, Senders senders) {
        return new Totals(
                sum(counts, CountedTypes::counts, OfSender::messages),
                senders.number(),
                sum(counts, type -> CountedTypes.counts(type) && type.isMedia(), OfSender::messages),
                sum(counts, MessageType.VOICE::equals, OfSender::messages),
                sum(counts, MessageType.REACTION::equals, OfSender::messages),
                sum(counts, CountedTypes::counts, OfSender::edited),
                sum(counts, CountedTypes::counts, OfSender::revoked));
    }

    private static long sum(
            Collection<OfSender> counts, Predicate<MessageType> wanted, ToLongFunction<OfSender> value) {
        return counts.stream()
                .filter(count -> wanted.test(count.type()))
                .mapToLong(value)
                .sum();
    }
}
