package groupwatch.store.stats;

import org.jspecify.annotations.Nullable;

/** By how many percent each sum changed against the period before, to a tenth; absent where there was nothing before. */
record Change(
        @Nullable Double messages,
        @Nullable Double participants,
        @Nullable Double media,
        @Nullable Double voice,
        @Nullable Double reactions,
        @Nullable Double edited,
        @Nullable Double revoked) {

    static Change between(Totals before, Totals now) {
        return new Change(
                percent(before.messages(), now.messages()),
                percent(before.participants(), now.participants()),
                percent(before.media(), now.media()),
                percent(before.voice(), now.voice()),
                percent(before.reactions(), now.reactions()),
                percent(before.edited(), now.edited()),
                percent(before.revoked(), now.revoked()));
    }

    private static @Nullable Double percent(long before, long now) {
        return before == 0 ? null : Percent.of(now - before, before);
    }
}
