package groupwatch.watchdog.link;

import groupwatch.events.link.LinkStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a link is as it is: for programs a word, for people a sentence, and what they should do. */
public enum Cause {
    NOT_LOOKED_AT(LinkStatus.NEW, "Nobody has looked at the account yet.", null),
    NOT_LINKED(
            LinkStatus.NEW,
            "The instance is there, and no phone is linked to it.",
            "Ask for a QR code, or for a code by phone number, when the phone is at hand."),
    CODES_RAN_OUT(
            LinkStatus.NEW,
            "Codes to link a phone were shown, and nobody scanned one.",
            "Ask for a QR code again when the phone is at hand; until then none is shown."),
    QR_SHOWN(
            LinkStatus.QR,
            "A QR code waits to be scanned.",
            "On the phone: Linked devices → Link a device, and scan the code."),
    PAIRING_CODE_SHOWN(
            LinkStatus.PAIRING,
            "A code waits to be typed on the phone.",
            "On the phone: Linked devices → Link with phone number, and type the code."),
    CODE_ACCEPTED(LinkStatus.PAIRING, "The phone has accepted the code, and WhatsApp links the account.", null),
    CONNECTING(LinkStatus.CONNECTING, "The connection to WhatsApp was lost, or ended, and is made again.", null),
    STUCK_CONNECTING(
            LinkStatus.CONNECTING,
            "It connects for longer than it should; the instance is restarted now and then.",
            null),
    RECONNECT_STORM(
            LinkStatus.CONNECTING,
            "The link opens and breaks again and again; it counts as open when it has held for two minutes.",
            "Look at the phone: another linked device or a second server may use the same session. If it goes on, link the account again."),
    OPEN(LinkStatus.OPEN, "The account is linked.", null),
    NOT_TELLING(
            LinkStatus.DEGRADED,
            "Evolution has messages that it does not tell.",
            "Nothing for now: the instance is restarted and what is missing is fetched. If it comes back often, look at Evolution's log."),
    NO_ANSWER_FROM_WHATSAPP(
            LinkStatus.DEGRADED,
            "The link says it is open, and WhatsApp does not answer over it.",
            "Nothing for now: the instance is restarted and what is missing is fetched. If it comes back often, link the account again."),
    SILENT(
            LinkStatus.DEGRADED,
            "Nothing has come for much longer than is usual at this hour.",
            "Send the account a message and see whether it arrives. If it does not, link the account again."),
    CLOSED(LinkStatus.CLOSED, "The connection has ended; the session is good, and it is taken up again.", null),
    NOT_TAKEN_UP(
            LinkStatus.CLOSED,
            "The connection has ended, and Evolution could not take the session up again; it is tried now and then.",
            "If it stays like this for more than some minutes, link the account again."),
    LOGGED_OUT_ON_PHONE(
            LinkStatus.LOGGED_OUT,
            "The session has ended: somebody removed the linked device, or WhatsApp did.",
            "Link the account again with a QR code."),
    LOGGED_OUT_BY_US(
            LinkStatus.LOGGED_OUT, "Somebody ended the session here.", "Link the account again with a QR code."),
    SESSION_LOST(
            LinkStatus.LOGGED_OUT,
            "Evolution has lost the session and wants the account linked anew.",
            "Link the account again with a QR code."),
    RECREATED(
            LinkStatus.LOGGED_OUT,
            "The instance was gone from Evolution and was made again; its session is lost.",
            "Link the account again with a QR code."),
    RELINK_RAN_OUT(
            LinkStatus.LOGGED_OUT,
            "Codes to link the account again were shown, and nobody scanned one.",
            "Ask for a QR code again when the phone is at hand; until then none is shown."),
    RESTRICTED(
            LinkStatus.RESTRICTED,
            "WhatsApp has restricted or banned the account.",
            "Open WhatsApp on the phone and see what it says. Do not link the account again before it works there."),
    PASSKEY_REQUIRED(
            LinkStatus.PASSKEY_REQUIRED,
            "WhatsApp wants a passkey before it links the account.",
            "On the phone: Settings → Account → Passkeys; confirm there, then ask for a QR code again."),
    INSTANCE_MISSING(
            LinkStatus.MISSING,
            "Evolution has no such instance.",
            "If it was deleted on purpose, remove the account here. Otherwise make it again in Evolution, or let it be made: groupwatch.watchdog.setup.recreate-missing."),
    GATEWAY_AWAY(
            LinkStatus.GATEWAY_DOWN,
            "Evolution does not answer.",
            "Look whether Evolution runs and can be reached from here. Nothing here is lost: what it has is fetched when it is back."),
    KEY_REFUSED(
            LinkStatus.GATEWAY_DOWN,
            "Evolution does not take the key.",
            "Give the account the right key, or set groupwatch.evolution.key-file. It is tried again every half an hour, and at once when you ask for it."),
    UNLICENSED(
            LinkStatus.GATEWAY_DOWN,
            "Evolution answers nothing until its vendor's licence is activated.",
            "Activate it in Evolution's manager, or go back to 2.3.7."),
    NO_ADDRESS(
            LinkStatus.GATEWAY_DOWN,
            "Nobody said where Evolution is.",
            "Set groupwatch.evolution.url, or give the account a server of its own.");

    private final LinkStatus status;
    private final String explanation;
    private final @Nullable String advice;

    Cause(LinkStatus status, String explanation, @Nullable String advice) {
        this.status = status;
        this.explanation = explanation;
        this.advice = advice;
    }

    LinkStatus status() {
        return status;
    }

    String explanation() {
        return explanation;
    }

    @Nullable
    String advice() {
        return advice;
    }

    /** As the event and the API show it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
