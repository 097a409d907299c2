package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageContent;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.search.words.Field;
import groupwatch.store.search.words.GroupLanguages;
import groupwatch.store.search.words.Marks;
import groupwatch.store.search.words.SearchWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a message is found by: the words of its text as it is shown, and marks for the rest. */
@Component
class MessageWords {

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|\\bwww\\.)\\S");

    private final GroupLanguages languages;

    MessageWords(GroupLanguages languages) {
        this.languages = languages;
    }

    /** The literal of the column {@code words} of a message of which no edit is known. */
    String of(StoredMessage message) {
        return of(message, List.of(), null, null);
    }

    /** @param document the text of the message's file */
    String of(StoredMessage message, Collection<Edited> seen, @Nullable MediaResult file, @Nullable String document) {
        MessageContent told = message.content().content();
        MessageContent content = told.withMedia(MediaResult.shown(message, told, file));
        Edits edits = Edits.of(message, seen);
        String text = edits.textAfter(content.text());
        List<String> marks = marks(message, content, text);
        if (edits.lastAt() != null) {
            marks.add(Marks.HAS_EDIT);
        }
        List<String> texts = Stream.concat(
                        Field.of(content, text).stream().map(Field::text), Stream.ofNullable(document))
                .toList();
        return SearchWords.of(texts, marks, languages.of(message.chat()));
    }

    private static List<String> marks(StoredMessage message, MessageContent content, @Nullable String text) {
        List<String> marks = new ArrayList<>();
        marks.add(Marks.chat(message.chat()));
        marks.add(Marks.type(content.type()));
        Identities sender = MessageFold.sender(message);
        Stream.of(sender.phone(), sender.lid())
                .flatMap(Stream::ofNullable)
                .map(Jid::value)
                .map(Marks::sender)
                .forEach(marks::add);
        if (message.fromMe()) {
            marks.add(Marks.FROM_ME);
        }
        if (message.fromMe() && !sender.known()) {
            marks.add(Marks.FROM_UNNAMED_ME);
        }
        if (text != null && LINK.matcher(text).find()) {
            marks.add(Marks.HAS_LINK);
        }
        if (content.replyTo() != null) {
            marks.add(Marks.HAS_REPLY);
        }
        if (!content.mentions().isEmpty()) {
            marks.add(Marks.HAS_MENTION);
        }
        return marks;
    }
}
