package groupwatch.watchdog.setup;

import groupwatch.events.link.Link;

/** Every warning of this package: a word for programs, a sentence for people. */
final class Warnings {

    static final Link.Warning MESSAGES_NOT_SAVED = new Link.Warning(
            "messages-not-saved",
            "Evolution's database has no message of this account although its link is open. Set DATABASE_SAVE_DATA_NEW_MESSAGE and"
                    + " DATABASE_SAVE_DATA_HISTORIC to true and restart Evolution: without its store nothing that was missed can be filled in."
                    + " (Ignore this if nobody has written to the account yet.)");

    static final Link.Warning WEBHOOK_NOT_TAKEN = new Link.Warning(
            "webhook-not-taken",
            "Evolution does not keep the webhook it is given, so messages can be lost. Look at Evolution's log, and whether its version knows"
                    + " all of groupwatch.watchdog.setup.events.");

    static final Link.Warning WEBHOOK_REPAIRED_AGAIN = new Link.Warning(
            "webhook-repaired-again",
            "Somebody else changes this instance's webhook again and again, and messages are lost in between. Find who else configures it,"
                    + " and let only one do it.");

    static final Link.Warning SETTINGS_NOT_TAKEN = new Link.Warning(
            "settings-not-taken",
            "Evolution does not keep the instance's settings (groups not ignored, no read receipts, not always online, history as configured)."
                    + " Set them in Evolution's own manager.");

    static final Link.Warning FILES_AFTER_RECONNECT = new Link.Warning(
            "base64-after-reconnect",
            "Whether files come with webhooks was changed, and Evolution heeds it only when the link connects again. Restart the link when it"
                    + " suits.");

    private Warnings() {}

    static Link.Warning tooOld(String version) {
        return new Link.Warning(
                "evolution-too-old", "Evolution " + version + " loses events after a reconnect. Update it to 2.3.7.");
    }

    static Link.Warning needsLicence(String version) {
        return new Link.Warning(
                "evolution-needs-licence",
                "Evolution " + version
                        + " answers only with a licence that its vendor activates online. Go back to 2.3.7, or see to"
                        + " the licence before it ends.");
    }
}
