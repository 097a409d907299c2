package groupwatch.summary.ask.when;

import groupwatch.summary.ask.when.Today.DayPart;
import groupwatch.summary.ask.when.Today.Unit;
import java.util.List;
import java.util.Map;

/**
 * The time words of a language: regular expressions over folded text (no accents, no capitals).
 *
 * @param days words of days, by how many days ago they are
 * @param weekdays from Monday on
 * @param months from January on
 * @param parts what is said after a day, or after {@code these}
 * @param these what makes "this morning" of "morning"
 * @param lone parts of days in one word with the day, by how many days ago: "stamattina"
 * @param units in singular and plural
 * @param thisBefore "this" before a unit
 * @param lastBefore "last" before a unit, weekday or month
 * @param lastAfter "last" behind it; never matches where the language has none
 * @param counted "the last" before a number
 * @param agoBefore what stands before "3 days" in "3 days ago"
 * @param agoAfter what stands behind; one of both never matches where the language has one
 * @param weekend the word
 * @param in what stands before a month or year
 * @param of what may stand between day, month and year
 * @param since "since", with what may follow before the time
 * @param before "before", likewise
 * @param numbers words of small numbers
 */
record Vocabulary(
        Map<Integer, String> days,
        List<String> weekdays,
        List<String> months,
        Map<DayPart, String> parts,
        String these,
        Map<String, PartOfDay> lone,
        Map<Unit, String> units,
        String thisBefore,
        String lastBefore,
        String lastAfter,
        String counted,
        String agoBefore,
        String agoAfter,
        String weekend,
        String in,
        String of,
        String since,
        String before,
        Map<String, Integer> numbers) {

    /** Matches nothing. */
    static final String NEVER = "(?!)";

    /** Of the day so many days ago. */
    record PartOfDay(int ago, DayPart part) {}
}
