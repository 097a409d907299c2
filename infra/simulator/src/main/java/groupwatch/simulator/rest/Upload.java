package groupwatch.simulator.rest;

import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.media.MediaFiles;
import groupwatch.simulator.world.Content;
import java.util.Base64;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A file in a request: as base64, or by its address. No address is visited: what is there is made up. */
final class Upload {

    private Upload() {}

    /** @param kind image, video, audio, document */
    static Mono<MediaFile> of(String media, String kind, String mime) {
        return Mono.fromCallable(() -> read(media, kind, mime)).subscribeOn(Schedulers.boundedElastic());
    }

    private static MediaFile read(String media, String kind, String mime) {
        if (media.matches("(?i)https?://\\S+")) {
            var made = Objects.requireNonNull(MediaFiles.of(media, madeUp(kind, media)));
            return new MediaFile(mime, made.bytes(), made.thumbnail(), made.width(), made.height());
        }
        try {
            var bytes = Base64.getDecoder().decode(media.replaceFirst("^data:[^,]*,", ""));
            if (bytes.length > 0) {
                return MediaFiles.sent(mime, bytes);
            }
        } catch (IllegalArgumentException e) {
            // neither
        }
        throw EvolutionException.badRequest("Owned media must be a url or base64");
    }

    private static Content madeUp(String kind, String url) {
        return switch (kind) {
            case "image" -> new Content.Image(null);
            case "video" -> new Content.Video(null, 1);
            case "audio" -> new Content.Voice(1, url);
            case "sticker" -> new Content.Sticker();
            default -> new Content.Document("made-up.pdf", "application/pdf", 1, null, "Simulated: " + url);
        };
    }
}
