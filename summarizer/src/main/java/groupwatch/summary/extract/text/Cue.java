package groupwatch.summary.extract.text;

/** What a turn of phrase gives away. Which phrases do is in {@code cues.txt}. */
public enum Cue {
    /** Something was settled. */
    DECISION,
    /** Somebody says that they will do something. */
    COMMITMENT,
    /** Somebody is to do something. */
    REQUEST,
    URGENT,
    /** Everybody should know. */
    NOTICE,
    /** It is other than planned. */
    CHANGE,
    /** What the speaker, or another, said before was wrong. */
    CORRECTION,
    /** What was said or feared is not so. */
    DENIAL,
    /** The speaker is not sure, or has it from others. */
    HEDGE,
    YES,
    NO,
    /** Anybody may answer. */
    ANYBODY,
    /** What asks. */
    ASKING,
    /** What was asked or missed is settled. */
    SETTLED,
    GREETING,
    /** A day, a month, a time of day. */
    DATE,
    /** What stands before a date, or belongs to it. */
    DATE_PART
}
