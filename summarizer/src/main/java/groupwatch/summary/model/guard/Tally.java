package groupwatch.summary.model.guard;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ledger.Budget;
import groupwatch.summary.model.vendor.Said;
import groupwatch.summary.text.Tokens;

/** What one call uses, counted while it is answered. Its signals come one after another. */
final class Tally {

    private final Budget.Reservation reservation;
    private TokenCount before = TokenCount.NONE;
    private TokenCount now = TokenCount.NONE;
    private long written;
    private boolean done;

    Tally(Budget.Reservation reservation) {
        this.reservation = reservation;
    }

    /** Another attempt: what the one before used stays. */
    synchronized void attempt() {
        before = before.plus(now);
        now = TokenCount.NONE;
    }

    synchronized void note(Said said) {
        switch (said) {
            case Said.Words words -> written += Tokens.of(words.text());
            case Said.Used used -> now = used.tokens();
            case Said.Done answer -> {
                now = answer.reply().tokens();
                done = true;
            }
        }
    }

    /** Whether a part of the answer has come. */
    synchronized boolean begun() {
        return written > 0;
    }

    /** Of an answer that was not ended, what came of it is estimated: vendors count at the end. */
    synchronized TokenCount tokens() {
        return before.plus(done ? now : new TokenCount(now.input(), Math.max(now.output(), written)));
    }

    void release() {
        reservation.release();
    }
}
