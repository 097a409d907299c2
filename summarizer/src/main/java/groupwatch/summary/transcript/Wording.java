package groupwatch.summary.transcript;

import groupwatch.events.message.CalendarEvent;
import groupwatch.events.message.ContactCard;
import groupwatch.events.message.Location;
import groupwatch.events.message.Media;
import groupwatch.events.message.Message;
import groupwatch.events.message.Poll;
import groupwatch.summary.store.StoredMessage;
import groupwatch.summary.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message in words: what was written, and of what has no words what it is. Empty when there is nothing to say of it. */
final class Wording {

    private Wording() {}

    static String of(StoredMessage stored) {
        Message message = stored.message();
        String text = Objects.requireNonNullElse(message.text(), "");
        Media media = message.media();
        return switch (message.type()) {
            // what is attached to other messages is shown there, what WhatsApp itself says is nobody's word
            case REACTION, POLL_VOTE, PIN, KEEP, SYSTEM, STICKER, EDIT_UNDECRYPTABLE, ALBUM -> "";
            case IMAGE -> marked("photo", text);
            case VIDEO, VIDEO_NOTE -> marked("video", joined(text, heard(media)));
            case VOICE, AUDIO ->
                heard(media).isEmpty() && text.isEmpty() ? "" : marked("voice", joined(text, heard(media)));
            case DOCUMENT ->
                marked(named("document", media), joined(text, Objects.requireNonNullElse(stored.excerpt(), "")));
            case POLL -> poll(message.poll(), text);
            case LOCATION, LIVE_LOCATION -> marked("location", joined(text, place(message.location())));
            case CONTACT, CONTACTS -> marked("contact", joined(text, contacts(message.contacts())));
            case EVENT -> marked("event", joined(text, event(message.event())));
            case GROUP_INVITE -> marked("group invitation", text);
            case CALL -> marked("call", text);
            default -> text;
        };
    }

    private static String marked(String kind, String text) {
        return text.isEmpty() ? "[" + kind + "]" : "[" + kind + "] " + text;
    }

    private static String named(String kind, @Nullable Media media) {
        return media == null || media.fileName() == null ? kind : kind + " " + PlainText.oneLine(media.fileName());
    }

    private static String heard(@Nullable Media media) {
        return media == null || media.transcript() == null ? "" : media.transcript();
    }

    private static String joined(String first, String second) {
        if (first.isEmpty() || second.isEmpty() || first.contains(second)) {
            return first.isEmpty() ? second : first;
        }
        return first + " — " + second;
    }

    private static String poll(@Nullable Poll poll, String text) {
        if (poll == null) {
            return marked("poll", text);
        }
        return marked(
                "poll",
                poll.question()
                        + poll.options().stream()
                                .map(option -> option.name() + " " + option.votes())
                                .collect(Collectors.joining("; ", " (", ")")));
    }

    private static String place(@Nullable Location location) {
        List<String> words = new ArrayList<>();
        if (location != null && location.name() != null) {
            words.add(location.name());
        }
        if (location != null && location.address() != null) {
            words.add(location.address());
        }
        return String.join(", ", words);
    }

    private static String contacts(List<ContactCard> cards) {
        return cards.stream().map(ContactCard::name).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String event(@Nullable CalendarEvent event) {
        return event == null || event.startsAt() == null ? "" : event.startsAt().toString();
    }
}
