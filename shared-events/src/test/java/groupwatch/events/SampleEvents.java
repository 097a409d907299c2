package groupwatch.events;

import groupwatch.events.evolution.Corpus;
import java.nio.charset.StandardCharsets;

/** Webhook bodies with names, for tests that need one of a kind. */
public final class SampleEvents {

    /** A text in a direct chat. */
    public static final byte[] TEXT_MESSAGE = Corpus.payload("upsert-text-dm");
    /** A text in a group whose members go by LID, with the author's number. */
    public static final byte[] GROUP_TEXT = Corpus.payload("upsert-text-group-lid");
    /** A reply in a group. */
    public static final byte[] REPLY = Corpus.payload("upsert-text-reply");
    /** A picture with a caption in a group. */
    public static final byte[] IMAGE = Corpus.payload("upsert-image-caption");
    /** A voice note with its file. */
    public static final byte[] VOICE_NOTE = Corpus.payload("upsert-audio-ptt-base64");

    public static final byte[] POLL = Corpus.payload("upsert-poll");
    public static final byte[] POLL_VOTE = Corpus.payload("poll-vote");
    public static final byte[] REACTION = Corpus.payload("upsert-reaction-add");
    public static final byte[] REACTION_REMOVED = Corpus.payload("upsert-reaction-remove");
    /** A text in a direct chat, before {@link #EDIT} changed it. */
    public static final byte[] EDITED_ORIGINAL = Corpus.payload("original-of-edit");
    /** In a direct chat: keyed from the sender's side. */
    public static final byte[] EDIT = Corpus.payload("edit-dm");

    public static final byte[] GROUP_EDIT = Corpus.payload("group-edit");
    /** A text in a direct chat, before {@link #REVOKE} took it back. */
    public static final byte[] REVOKED_ORIGINAL = Corpus.payload("original-of-revoke");

    public static final byte[] REVOKE = Corpus.payload("revoke-dm");
    public static final byte[] GROUP_REVOKE = Corpus.payload("group-revoke");
    public static final byte[] RECEIPT = Corpus.payload("messages-update-read");
    public static final byte[] CALL = Corpus.payload("call-offer");
    /** A history chunk of six messages in two chats. */
    public static final byte[] HISTORY = Corpus.payload("messages-set-recent");

    public static final byte[] GROUP_CREATED = Corpus.payload("groups-upsert");
    public static final byte[] PARTICIPANT_ADDED = Corpus.payload("group-participants-add");
    public static final byte[] CONNECTION_OPEN = Corpus.payload("connection-open");
    /** A message whose content nobody knows. */
    public static final byte[] UNKNOWN_TYPE = Corpus.payload("unknown-content");
    /** An event nobody knows. */
    public static final byte[] UNKNOWN_EVENT = Corpus.payload("unknown-event");
    /** No JSON. */
    public static final byte[] MALFORMED = "{\"event\":\"messages.upsert\",".getBytes(StandardCharsets.UTF_8);

    private SampleEvents() {}
}
