package groupwatch.simulator.demo;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Content.Card;
import groupwatch.simulator.world.Content.Document;
import groupwatch.simulator.world.Content.Image;
import groupwatch.simulator.world.Content.Place;
import groupwatch.simulator.world.Content.Poll;
import groupwatch.simulator.world.Content.Sticker;
import groupwatch.simulator.world.Content.Text;
import groupwatch.simulator.world.Content.Video;
import groupwatch.simulator.world.Content.Voice;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites every text of a content. */
final class Wording {

    private Wording() {}

    static Content in(Content content, UnaryOperator<String> words) {
        return switch (content) {
            case Text text -> new Text(words.apply(text.text()));
            case Image image -> new Image(maybe(image.caption(), words));
            case Video video -> new Video(maybe(video.caption(), words), video.seconds());
            case Voice voice -> new Voice(voice.seconds(), words.apply(voice.spoken()));
            case Document file ->
                new Document(
                        words.apply(file.fileName()),
                        file.mime(),
                        file.pages(),
                        maybe(file.caption(), words),
                        words.apply(file.text()));
            case Poll poll ->
                new Poll(
                        words.apply(poll.question()),
                        poll.options().stream().map(words).toList());
            case Place place ->
                new Place(words.apply(place.name()), words.apply(place.address()), place.latitude(), place.longitude());
            case Sticker sticker -> sticker;
            case Card card -> card;
        };
    }

    private static @Nullable String maybe(@Nullable String text, UnaryOperator<String> words) {
        return text == null ? null : words.apply(text);
    }
}
