package groupwatch.watchdog.code;

import groupwatch.events.link.LinkStatus;

/**
 * The states of the systems before.
 *
 * <table>
 * <caption>Which is which</caption>
 * <tr><td>{@code INIT}</td><td>new, missing, closed, logged_out, restricted, passkey_required, gateway_down: not linked, or nobody knows</td></tr>
 * <tr><td>{@code QR}</td><td>qr: a code waits to be scanned</td></tr>
 * <tr><td>{@code AUTH}</td><td>pairing, connecting: about to be linked</td></tr>
 * <tr><td>{@code READY}</td><td>open, degraded: linked</td></tr>
 * </table>
 */
enum OlderState {
    INIT,
    QR,
    AUTH,
    READY;

    static OlderState of(LinkStatus status) {
        return switch (status) {
            case NEW, MISSING, CLOSED, LOGGED_OUT, RESTRICTED, PASSKEY_REQUIRED, GATEWAY_DOWN -> INIT;
            case QR -> QR;
            case PAIRING, CONNECTING -> AUTH;
            case OPEN, DEGRADED -> READY;
        };
    }
}
