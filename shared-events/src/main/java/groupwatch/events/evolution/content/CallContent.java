package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.CallInfo;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls as they appear in a chat; the message's id is the call's id. */
final class CallContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "call", CallContent::stub,
            "bcallMessage", CallContent::stub,
            "callLogMesssage", CallContent::log, // three s: the protocol's own spelling
            "callLogMessage", CallContent::log);

    private CallContent() {}

    /** Only group calls leave one, when they are offered. */
    private static MessageContent stub(JsonNode content) {
        return call("offer", Proto.flag(content, "isVideo"), true);
    }

    private static MessageContent log(JsonNode content) {
        String outcome = Proto.word(content, "callOutcome");
        return call(
                outcome == null ? "ended" : outcome.toLowerCase(Locale.ROOT),
                Proto.flag(content, "isVideo"),
                content.path("participants").size() > 1);
    }

    private static MessageContent call(String status, boolean video, boolean group) {
        return MessageContent.of(MessageType.CALL, null).withCall(new CallInfo(status, video, group, null, null));
    }
}
