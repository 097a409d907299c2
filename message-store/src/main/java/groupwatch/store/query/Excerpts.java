package groupwatch.store.query;

import groupwatch.events.message.MessageType;
import groupwatch.store.api.Parameters;
import groupwatch.store.chat.Chat;
import groupwatch.store.message.DocumentTexts;
import groupwatch.store.message.MessageKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Messages of a chat with the beginnings of what is written in their documents, for who asks for them. */
@Component
public class Excerpts {

    /** How many characters of each: 1 to 2000. */
    public static final String PARAMETER = "excerpt";

    private static final int LONGEST = 2_000;

    private final DocumentTexts documents;

    Excerpts(DocumentTexts documents) {
        this.documents = documents;
    }

    /** 0: not asked for. */
    public static int length(Parameters parameters) {
        return parameters.number(PARAMETER, 0, LONGEST);
    }

    /**
     * In the same order. Asks the database for documents alone, and when nothing was asked for not at all.
     *
     * @param length in code points; 0: none
     */
    public Mono<List<ShownMessage>> with(Chat chat, List<ShownMessage> messages, int length) {
        List<MessageKey> keys = length == 0 ? List.of() : documents(chat, messages);
        if (keys.isEmpty()) {
            return Mono.just(messages);
        }
        return documents
                .beginnings(keys, Excerpt.enoughFor(length))
                // some hundred of them are work for a processor
                .publishOn(Schedulers.parallel())
                .map(texts -> messages.stream()
                        .map(message -> shown(message, texts.get(key(chat, message)), length))
                        .toList());
    }

    private static List<MessageKey> documents(Chat chat, List<ShownMessage> messages) {
        return messages.stream()
                .filter(message -> message.message().type() == MessageType.DOCUMENT)
                .map(message -> key(chat, message))
                .toList();
    }

    private static ShownMessage shown(ShownMessage message, @Nullable String text, int length) {
        String excerpt = text == null ? "" : Excerpt.of(text, length);
        return excerpt.isEmpty() ? message : message.withExcerpt(excerpt);
    }

    private static MessageKey key(Chat chat, ShownMessage message) {
        return new MessageKey(chat.scope(), message.message().id());
    }
}
