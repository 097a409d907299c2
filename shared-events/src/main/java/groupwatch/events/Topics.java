package groupwatch.events;

/** The names of the topics: raw ones carry webhooks as received, {@code .v1} ones are for everybody. */
public final class Topics {

    /** One-chat webhooks as received; key: the chat. */
    public static final String RAW_MESSAGES = "groupwatch.raw.messages";

    /** Webhooks that span many chats or are old (history, resync, import); key: the instance. */
    public static final String RAW_HISTORY = "groupwatch.raw.history";

    /** Groups, participants, contacts and chats as received; key: the JID, the instance for arrays. */
    public static final String RAW_GROUPS = "groupwatch.raw.groups";

    /** Connection, QR code, logout and status as received; key: the instance. */
    public static final String RAW_LINKS = "groupwatch.raw.links";

    /** Every event nobody knows yet: kept, not dropped; key: the instance. */
    public static final String RAW_OTHER = "groupwatch.raw.other";

    /** Bytes that were no webhook, and why; key: the source. */
    public static final String RAW_QUARANTINE = "groupwatch.raw.quarantine";

    /** {@link groupwatch.events.message.MessageEvent}s; key: the chat. */
    public static final String MESSAGES = "groupwatch.messages.v1";

    /** {@link groupwatch.events.group.GroupState}s; key: the group; compacted. */
    public static final String GROUPS = "groupwatch.groups.v1";

    /** {@link groupwatch.events.media.MediaEvent}s; key: the chat. */
    public static final String MEDIA = "groupwatch.media.v1";

    /** {@link groupwatch.events.summary.SummaryReady}s; key: the group. */
    public static final String SUMMARIES = "groupwatch.summaries.v1";

    /** {@link groupwatch.events.report.ReportEvent}s; key: the report's id. */
    public static final String REPORTS = "groupwatch.reports.v1";

    /** {@link groupwatch.events.link.LinkState}s; key: the account; compacted. */
    public static final String LINKS = "groupwatch.links.v1";

    private Topics() {}

    /** Where a consumer sets aside the records of a topic that it can never handle. */
    public static String deadLetter(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }
}
