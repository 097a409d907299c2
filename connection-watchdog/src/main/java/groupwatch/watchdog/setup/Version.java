package groupwatch.watchdog.setup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a version of Evolution means for us. */
final class Version {

    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

    private Version() {}

    /** One that says something else than numbers is taken as it is. */
    static Findings judged(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return Findings.NONE;
        }
        String patch = numbers.group(3);
        long number = number(numbers.group(1), numbers.group(2), patch == null ? "0" : patch);
        if (number < number("2", "3", "7")) {
            return Findings.warning(Warnings.tooOld(version));
        }
        return number >= number("2", "4", "0") ? Findings.warning(Warnings.needsLicence(version)) : Findings.NONE;
    }

    private static long number(String major, String minor, String patch) {
        return (Long.parseLong(major) * 10_000 + Long.parseLong(minor)) * 10_000 + Long.parseLong(patch);
    }
}
