package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.CallInfo;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return call(
                outcome(Proto.word(content, "callOutcome")),
                Proto.flag(content, "isVideo"),
                content.path("participants").size() > 1);
    }

    /** How a past call ended, in the words of a call's steps; 0 is protobuf's "not set" as well. */
    private static String outcome(@Nullable String word) {
        return switch (word == null ? "0" : word.toUpperCase(Locale.ROOT)) {
            case "0", "CONNECTED", "4", "ACCEPTED_ELSEWHERE" -> "accept";
            case "1", "MISSED", "6", "SILENCED_BY_DND", "7", "SILENCED_UNKNOWN_CALLER" -> "timeout";
            case "3", "REJECTED" -> "reject";
            case "5", "ONGOING" -> "offer";
            default -> "terminate";
        };
    }

    private static MessageContent call(String status, boolean video, boolean group) {
        return MessageContent.of(MessageType.CALL, null).withCall(new CallInfo(status, video, group, null, null));
    }
}
