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
    /** The speaker may put right what they said before; others say so too who only go on. */
    SECOND_THOUGHT,
    /** What was said or feared is not so. */
    DENIAL,
    /** The speaker is not sure, or has it from others. */
    HEDGE,
    YES,
    NO,
    /** The speaker means themselves. */
    SELF,
    /** What follows does not hold. */
    NOT_SO,
    /** Anybody may answer. */
    ANYBODY,
    /** What asks. */
    ASKING,
    /** What asks for a number, a time, a place, one of several. */
    MEASURE,
    /** What was asked, missed or broken is settled. */
    SETTLED,
    /** It goes round, and wants to. */
    CHAIN,
    GREETING,
    /** A day, a month, a time of day. */
    DATE,
    /** What stands before a date, or belongs to it. */
    DATE_PART
}
