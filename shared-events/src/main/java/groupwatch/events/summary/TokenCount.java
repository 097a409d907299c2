package groupwatch.events.summary;

/** What a language model read and wrote, as its vendor counts. */
public record TokenCount(long input, long output) {

    public static final TokenCount NONE = new TokenCount(0, 0);

    public TokenCount plus(TokenCount other) {
        return new TokenCount(input + other.input, output + other.output);
    }
}
