package groupwatch.simulator.instance;

import java.util.Locale;

/** How an instance is linked. */
public enum LinkState {
    CLOSE,
    CONNECTING,
    OPEN,
    /** Nobody scanned any of the codes. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
