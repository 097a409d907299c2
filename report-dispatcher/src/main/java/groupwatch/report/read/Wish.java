package groupwatch.report.read;

/**
 * Which days of a group are summarised by themselves.
 *
 * @param minMessages days with fewer are not
 */
public record Wish(boolean enabled, int minMessages) {

    public boolean wants(long messages) {
        return enabled && messages >= minMessages;
    }
}
