package groupwatch.report.plan.api;

import groupwatch.kit.api.Fields;

/** Names that stand in subjects and pages: nothing in them breaks a line or turns what is written after them. */
final class PlainName {

    private PlainName() {}

    static String check(String field, String name) {
        if (!name.codePoints().allMatch(PlainName::isPlain)) {
            throw Fields.bad(field, "must have no control characters");
        }
        return name;
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !turns(c);
        };
    }

    /** Embedding, overriding and isolating of writing directions. */
    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
