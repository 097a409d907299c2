package groupwatch.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groupwatch.events.group.GroupState;
import groupwatch.events.link.LinkState;
import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MediaStored;
import groupwatch.events.message.CallLogged;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.PollVoted;
import groupwatch.events.message.ReactionChanged;
import groupwatch.events.message.ReceiptUpdated;
import groupwatch.events.report.ReportFailed;
import groupwatch.events.report.ReportSent;
import groupwatch.events.summary.SummaryReady;
import java.time.Instant;

/**
 * What the suite tells the world. In JSON, {@code type} is the record's name; unknown fields are to be ignored, a new
 * meaning comes under a new topic version. Not sealed, for Java seals across packages only inside a named module;
 * {@link groupwatch.events.message.MessageEvent} is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageStored.class, name = "MessageStored"),
    @JsonSubTypes.Type(value = MessageEdited.class, name = "MessageEdited"),
    @JsonSubTypes.Type(value = MessageRevoked.class, name = "MessageRevoked"),
    @JsonSubTypes.Type(value = ReactionChanged.class, name = "ReactionChanged"),
    @JsonSubTypes.Type(value = PollVoted.class, name = "PollVoted"),
    @JsonSubTypes.Type(value = ReceiptUpdated.class, name = "ReceiptUpdated"),
    @JsonSubTypes.Type(value = CallLogged.class, name = "CallLogged"),
    @JsonSubTypes.Type(value = GroupState.class, name = "GroupState"),
    @JsonSubTypes.Type(value = MediaStored.class, name = "MediaStored"),
    @JsonSubTypes.Type(value = MediaFailed.class, name = "MediaFailed"),
    @JsonSubTypes.Type(value = SummaryReady.class, name = "SummaryReady"),
    @JsonSubTypes.Type(value = ReportSent.class, name = "ReportSent"),
    @JsonSubTypes.Type(value = ReportFailed.class, name = "ReportFailed"),
    @JsonSubTypes.Type(value = LinkState.class, name = "LinkState")
})
public interface PublishedEvent {

    /** Deterministic (see {@link EventId}): equal ids are the same happening, told again. */
    String eventId();

    /** When it happened, as far as anybody knows; not when it was published. */
    Instant occurredAt();

    /** Of this event's JSON; grows when optional fields are added. */
    int schemaVersion();
}
