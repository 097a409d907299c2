package groupwatch.watchdog.code;

import groupwatch.kit.api.Fields;

/** A phone number as a person writes it. */
final class PhoneNumber {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 15;

    private PhoneNumber() {}

    /** Its digits. */
    static String digits(String written) {
        String digits = written.replaceAll("[\\s().-]", "").replaceFirst("^\\+", "");
        if (!digits.matches("[1-9][0-9]{" + (SHORTEST - 1) + "," + (LONGEST - 1) + "}")) {
            throw Fields.bad(
                    "phone", "must be the phone's number with its country code, 8 to 15 digits, as 5511999990000");
        }
        return digits;
    }
}
