package groupwatch.summary.ask.find;

/** About how many tokens of a language model a text is; rather too many than too few. */
public final class Tokens {

    private static final double CHARACTERS_A_TOKEN = 3.5;

    private Tokens() {}

    public static int of(String text) {
        long plain = text.chars().filter(c -> c < 0x80).count();
        // letters with accents are a token or less, signs of other scripts one or more
        return (int) Math.ceil(plain / CHARACTERS_A_TOKEN + (text.length() - plain));
    }
}
