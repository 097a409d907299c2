package groupwatch.store.search.words;

import groupwatch.events.message.CalendarEvent;
import groupwatch.events.message.ContactCard;
import groupwatch.events.message.GroupInvite;
import groupwatch.events.message.Location;
import groupwatch.events.message.Media;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Poll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a message that can be searched.
 *
 * @param name its path in the message's JSON, such as {@code text}, {@code media.fileName}, {@code poll.options.0.name}
 */
public record Field(String name, String text) {

    /** The fields of a message as it is shown. */
    public static List<Field> of(Message message) {
        return message.type() == MessageType.CALL
                ? List.of()
                : all(
                        message.text(),
                        message.media(),
                        message.poll(),
                        message.contacts(),
                        message.location(),
                        message.event(),
                        message.invite());
    }

    /** The same from a content, whose text may have been edited since. */
    public static List<Field> of(MessageContent content, @Nullable String text) {
        return content.type() == MessageType.CALL
                ? List.of()
                : all(
                        text,
                        content.media(),
                        content.poll(),
                        content.contacts(),
                        content.location(),
                        content.event(),
                        content.invite());
    }

    private static List<Field> all(
            @Nullable String text,
            @Nullable Media media,
            @Nullable Poll poll,
            List<ContactCard> contacts,
            @Nullable Location location,
            @Nullable CalendarEvent event,
            @Nullable GroupInvite invite) {
        Collected fields = new Collected(text == null ? "" : text, new ArrayList<>());
        if (media != null) {
            fields.add("media.fileName", media.fileName());
            fields.add("media.transcript", media.transcript());
        }
        if (poll != null) {
            fields.add("poll.question", poll.question());
            for (int i = 0; i < poll.options().size(); i++) {
                fields.add("poll.options." + i + ".name", poll.options().get(i).name());
            }
        }
        for (int i = 0; i < contacts.size(); i++) {
            fields.add("contacts." + i + ".name", contacts.get(i).name());
        }
        fields.place("location", location);
        if (event != null) {
            fields.add("event.name", event.name());
            fields.add("event.description", event.description());
            fields.place("event.location", event.location());
        }
        if (invite != null) {
            fields.add("invite.name", invite.name());
        }
        return fields.list();
    }

    /** What the text says already is no field of its own: it would be found twice. */
    private record Collected(String text, List<Field> list) {

        Collected {
            if (!text.isEmpty()) {
                list.add(new Field("text", text));
            }
        }

        void add(String name, @Nullable String value) {
            if (value != null && !value.isBlank() && !text.contains(value)) {
                list.add(new Field(name, value));
            }
        }

        void place(String name, @Nullable Location place) {
            if (place != null) {
                add(name + ".name", place.name());
                add(name + ".address", place.address());
            }
        }
    }
}
