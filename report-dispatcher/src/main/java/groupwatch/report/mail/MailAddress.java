package groupwatch.report.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail address as it may stand in a command to any mail server: {@code local@domain}, ASCII, without quotes, comments, names or anything that
 * could end a line. A domain with other letters is kept as its IDN form ({@code xn--…}), in lower case; the local part as it was written.
 */
public record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    /** Without the slash and the percent sign, which mail allows and paths do not bear. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$&'*+=?^_`{|}~-]+(\\.[A-Za-z0-9!#$&'*+=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public MailAddress {
        String wrong = wrongLocal(local);
        if (wrong == null
                && (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches())) {
            wrong = "has no domain after the @ that could exist";
        }
        if (wrong == null && local.length() + 1 + domain.length() > LONGEST) {
            wrong = "is longer than " + LONGEST + " characters";
        }
        if (wrong != null) {
            throw new BadAddressException(wrong);
        }
    }

    /**
     * Reads an address that somebody wrote.
     *
     * @throws BadAddressException says what is wrong with it, as in "has no @"
     */
    public static MailAddress of(String text) {
        int at = text.lastIndexOf('@');
        if (text.length() > LONGEST) {
            throw new BadAddressException("is longer than " + LONGEST + " characters");
        }
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw new BadAddressException("must be the address alone, without a name");
        }
        if (at < 0) {
            throw new BadAddressException("has no @");
        }
        if (text.indexOf('@') != at) {
            throw new BadAddressException("has more than one @");
        }
        return new MailAddress(text.substring(0, at), ascii(text.substring(at + 1)));
    }

    private static String ascii(String domain) {
        if (domain.startsWith("[")) {
            throw new BadAddressException("must have a name after the @, not a network address");
        }
        // IDN.toASCII takes other dots too and drops what nobody sees; whoever reads the address would not know
        if (!domain.codePoints().allMatch(MailAddress::seen)) {
            throw new BadAddressException("has no domain after the @ that could exist");
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new BadAddressException("has no domain after the @ that could exist");
        }
    }

    private static boolean seen(int c) {
        return c == '.'
                || c == '-'
                || Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static @Nullable String wrongLocal(String local) {
        if (local.isEmpty()) {
            return "has nothing before the @";
        }
        if (local.chars().anyMatch(c -> c > '~')) {
            return "has letters before the @ that many mail servers do not take: only ASCII is supported there";
        }
        if (local.length() > LONGEST_LOCAL) {
            return "has more than " + LONGEST_LOCAL + " characters before the @";
        }
        return LOCAL.matcher(local).matches() ? null : "has a space or sign before the @ that is not supported there";
    }

    /** The same for addresses that reach the same mailbox: no mail server that is worth the name tells them apart by case. */
    public String key() {
        return toString().toLowerCase(Locale.ROOT);
    }

    /** For whom it is no business to know: of the local part the first character only. */
    public String masked() {
        return local.substring(0, local.offsetByCodePoints(0, 1)) + "…@" + domain;
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    /** Why a text is no address; goes on from the name of the field, as in "has no @". */
    public static final class BadAddressException extends IllegalArgumentException {

        BadAddressException(String why) {
            super(why);
        }

        public String why() {
            return Objects.requireNonNull(getMessage());
        }
    }
}
