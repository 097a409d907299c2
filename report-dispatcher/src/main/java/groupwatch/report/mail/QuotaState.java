package groupwatch.report.mail;

import org.jspecify.annotations.Nullable;

/** What is left of Resend's quota. Resend's own count is taken where it told one, which also has mails of others with the same account. */
public record QuotaState(Period day, Period month) {

    /**
     * A day (24 hours at Resend; UTC here) or a month.
     *
     * @param limit absent: none
     */
    public record Period(
            long used, @Nullable Long limit, @Nullable Long left) {

        static Period of(long used, long limit) {
            return limit == 0 ? new Period(used, null, null) : new Period(used, limit, Math.max(0, limit - used));
        }
    }
}
