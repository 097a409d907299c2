package groupwatch.summary.model.guard;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ledger.Budget;
import groupwatch.summary.model.vendor.Said;
import groupwatch.summary.model.vendor.VendorException;
import groupwatch.summary.text.Tokens;

/** What one call uses, counted while it is answered. Its signals come one after another. */
final class Tally {

    private final Budget.Reservation reservation;
    private final long estimatedInput;
    private TokenCount before = TokenCount.NONE;
    private TokenCount now = TokenCount.NONE;
    private long written;
    private boolean done;

    /** Whether something was sent that a vendor has not answered yet, or never will. */
    private boolean open;

    /** @param estimatedInput tokens that the vendor reads in each attempt */
    Tally(Budget.Reservation reservation, long estimatedInput) {
        this.reservation = reservation;
        this.estimatedInput = estimatedInput;
    }

    /** Another attempt: what the one before used stays. */
    synchronized void attempt() {
        before = before.plus(attempted());
        now = TokenCount.NONE;
        open = true;
    }

    /** Only an attempt that was lost on the way may have cost something; errors of a vendor are free. */
    synchronized void failed(Throwable error) {
        open = error instanceof VendorException vendors && vendors.sent();
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

    synchronized TokenCount tokens() {
        return before.plus(attempted());
    }

    /** Of an answer that was not ended, what is not known is estimated: vendors count at the end, and bill also what nobody waited for. */
    private TokenCount attempted() {
        return done
                ? now
                : new TokenCount(
                        now.input() == 0 && open ? estimatedInput : now.input(), Math.max(now.output(), written));
    }

    void release() {
        reservation.release();
    }
}
