package groupwatch.report.testing;

/**
 * A mail that a scripted mail server took.
 *
 * @param from of the envelope
 * @param to of the envelope
 * @param encrypted whether it came encrypted
 * @param content headers and body as they came, without the dots of transport
 */
public record ReceivedMail(String from, String to, boolean encrypted, String content) {

    /** A header's value, unfolded; empty where there is none. */
    public String header(String name) {
        String head = content.substring(0, content.indexOf("\r\n\r\n") + 2).replaceAll("\r\n[ \t]", " ");
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
