package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Turn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** A request as Spring AI takes it. */
final class Prompts {

    private Prompts() {}

    static Prompt of(ModelRequest request, ChatOptions options) {
        List<Message> messages = new ArrayList<>();
        messages.add(new SystemMessage(request.system()));
        request.turns().forEach(turn -> messages.add(message(turn)));
        return new Prompt(messages, options);
    }

    private static Message message(Turn turn) {
        return switch (turn.role()) {
            case USER -> new UserMessage(turn.text());
            case ASSISTANT -> new AssistantMessage(turn.text());
        };
    }
}
