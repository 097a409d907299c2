package groupwatch.simulator.media;

import groupwatch.simulator.world.Content;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file that belongs to a message. Makes it anew each time: nothing is kept, and the same message gives the same bytes. */
public final class MediaFiles {

    private static final int STICKERS = 16;
    /** Every so many of them moves. */
    private static final int MOVING = 4;

    private static final Recent PICTURES = new Recent();

    private MediaFiles() {}

    /** The pictures made last: a flood shows the same few again and again. */
    private static final class Recent extends LinkedHashMap<String, MediaFile> {

        private static final long serialVersionUID = 1L;
        private static final int KEPT = 32;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MediaFile> eldest) {
            return size() > KEPT;
        }
    }

    /**
     * @param look the same look is the same file
     * @return absent for contents without a file
     */
    public static @Nullable MediaFile of(String look, Content content) {
        return switch (content) {
            case Content.Image image -> picture(look);
            case Content.Video video -> clip(look, video.seconds(), video.size());
            case Content.Voice voice ->
                MediaFile.plain(VoiceNote.MIME, VoiceNote.of(look, voice.seconds(), voice.spoken()));
            case Content.Document document -> MediaFile.plain(document.mime(), written(document));
            case Content.Sticker sticker -> sticker(look);
            case Content.Text text -> null;
            case Content.Poll poll -> null;
            case Content.Place place -> null;
            case Content.Card card -> null;
        };
    }

    /** A clip with so many bytes in it that players pass over; as long as it is without when it is longer already. */
    public static MediaFile clip(String look, int seconds, long size) {
        var clip = clip(look, seconds);
        var padding = size - clip.length() - Clip.FREE;
        return padding <= 0
                ? clip
                : new MediaFile(
                        clip.mime(),
                        Clip.withRoom(clip.bytes(), padding),
                        clip.thumbnail(),
                        clip.width(),
                        clip.height(),
                        padding);
    }

    /** A file somebody sent through the API. */
    public static MediaFile sent(String mime, byte[] bytes) {
        var size = mime.startsWith("image/") ? Picture.size(bytes) : null;
        if (size == null) {
            return MediaFile.plain(mime, bytes);
        }
        return new MediaFile(mime, bytes, Picture.thumbnail("sent" + bytes.length), size[0], size[1]);
    }

    private static MediaFile picture(String look) {
        synchronized (PICTURES) {
            var made = PICTURES.get(look);
            if (made == null) {
                made = new MediaFile(
                        "image/jpeg", Picture.jpeg(look), Picture.thumbnail(look), Picture.WIDTH, Picture.HEIGHT);
                PICTURES.put(look, made);
            }
            return made;
        }
    }

    private static MediaFile clip(String look, int seconds) {
        var picture = picture(look);
        return new MediaFile(
                Clip.MIME, Clip.mp4(picture.bytes(), seconds), picture.thumbnail(), Picture.WIDTH, Picture.HEIGHT);
    }

    /** People send the same few stickers again and again. */
    private static MediaFile sticker(String look) {
        var number = Noise.number(look, STICKERS);
        var colour = Noise.bytes("sticker " + number, 3);
        var bytes = number % MOVING == 0
                ? StickerImage.moving(colour[0] & 0xff, colour[1] & 0xff, colour[2] & 0xff)
                : StickerImage.webp(colour[0] & 0xff, colour[1] & 0xff, colour[2] & 0xff);
        return new MediaFile(StickerImage.MIME, bytes, new byte[0], StickerImage.SIZE, StickerImage.SIZE);
    }

    private static byte[] written(Content.Document document) {
        return switch (document.mime()) {
            case "application/pdf" -> PdfDocument.of(document.text(), document.pages());
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                OfficeDocument.docx(document.text());
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
                OfficeDocument.xlsx(document.text());
            default -> document.text().getBytes(StandardCharsets.UTF_8);
        };
    }
}
