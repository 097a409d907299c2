package groupwatch.report.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a dialogue with a mail server has come. Written by the thread that leads it, read by whoever ends it. */
final class SmtpProgress {

    /** What was said or done last. */
    enum Stage {
        WAITING,
        CONNECTING,
        HELLO,
        ENCRYPTING,
        SIGNING_IN,
        SENDER,
        RECIPIENT,
        CONTENT,
        /** All was said: whether the mail is taken is for the mail server to say. */
        END
    }

    private volatile Stage stage = Stage.WAITING;
    private volatile boolean over;
    private volatile int code;
    private volatile String answer = "";
    private volatile boolean unencrypted;
    private volatile boolean withheld;
    private volatile boolean notSignedIn;
    private volatile @Nullable String accepted;

    void connecting() {
        stage = Stage.CONNECTING;
    }

    /** Only the first word is looked at: the others may be secret. */
    void says(String command) {
        String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO", "HELO" -> stage = Stage.HELLO;
            case "STARTTLS" -> stage = Stage.ENCRYPTING;
            case "AUTH" -> stage = Stage.SIGNING_IN;
            case "MAIL" -> stage = Stage.SENDER;
            case "RCPT" -> stage = Stage.RECIPIENT;
            case "DATA" -> stage = Stage.CONTENT;
            case "." -> stage = Stage.END;
            // what comes after a refusal does not change it
            default -> over = true;
        }
    }

    void hears(int number, String text) {
        if (over) {
            return;
        }
        code = number;
        answer = text;
        if (stage == Stage.END && number / 100 == 2) {
            accepted = text;
        }
    }

    /** STARTTLS is wanted and not offered. */
    void unencrypted() {
        unencrypted = true;
    }

    /** The password was not given away in clear. */
    void withheld() {
        withheld = true;
    }

    /** There is no way to sign in that both know. */
    void notSignedIn() {
        notSignedIn = true;
    }

    Stage stage() {
        return stage;
    }

    /** Of the last answer; 0 where there is none, -1 where the connection ended instead. */
    int code() {
        return code;
    }

    String answer() {
        return answer;
    }

    boolean isUnencrypted() {
        return unencrypted;
    }

    boolean isWithheld() {
        return withheld;
    }

    boolean isNotSignedIn() {
        return notSignedIn;
    }

    /** The mail server's answer that it has taken the mail; absent until it has. */
    @Nullable
    String accepted() {
        return accepted;
    }
}
