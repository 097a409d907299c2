package groupwatch.media.inspect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What ffprobe says of a file.
 *
 * @param seconds how long it plays, rounded, at least 1
 * @param picture the track to draw; absent when nothing is to be seen
 * @param sound whether something is to be heard
 * @param brand of an MP4 or one of its relatives, in four letters; empty otherwise
 */
record Measures(@Nullable Integer seconds, @Nullable Picture picture, boolean sound, String brand) {

    static final Measures NOTHING = new Measures(null, null, false, "");

    /** What {@link #of} reads. The frame is there for the sake of the turn that a photo's Exif tells. */
    static final List<String> ASKED = List.of(
            "-show_entries",
            "format=duration:format_tags=major_brand:stream=index,codec_type,width,height,pix_fmt,nb_frames:stream_disposition=attached_pic,dependent"
                    + ":stream_side_data=rotation:frame_side_data=rotation",
            "-of",
            "json=c=1");

    static final List<String> FIRST_FRAME =
            List.of("-select_streams", "v:0", "-read_intervals", "%+#1", "-show_frames");

    private static final double LONGEST = 366 * 86_400.0;

    /** Of the pixel formats that have transparency, those that the formats of pictures come in. */
    private static final Set<String> TRANSPARENT = Set.of(
            "rgba",
            "bgra",
            "argb",
            "abgr",
            "rgba64be",
            "rgba64le",
            "ya8",
            "ya16be",
            "yuva420p",
            "yuva444p",
            "pal8",
            "gbrap");

    /**
     * A track of pictures.
     *
     * @param width as stored
     * @param turned by a quarter when shown
     * @param frames 0 when the file does not say
     */
    record Picture(int index, int width, int height, boolean turned, boolean transparent, int frames) {

        int shownWidth() {
            return turned ? height : width;
        }

        int shownHeight() {
            return turned ? width : height;
        }

        long pixels() {
            return (long) width * height;
        }
    }

    static Measures of(JsonNode answer) {
        boolean sound = false;
        boolean tiled = false;
        Picture picture = null;
        for (JsonNode track : answer.path("streams")) {
            String type = track.path("codec_type").asString("");
            sound |= type.equals("audio");
            tiled |= is(track, "dependent");
            if (picture == null && type.equals("video") && !is(track, "attached_pic")) {
                picture = picture(track, answer.path("frames").path(0));
            }
        }
        JsonNode format = answer.path("format");
        String brand = format.path("tags").path("major_brand").asString("");
        // of a picture in tiles (HEIC) each track is a tile: none of them is the picture
        return new Measures(seconds(format.path("duration").asString("")), tiled ? null : picture, sound, brand);
    }

    private static boolean is(JsonNode track, String disposition) {
        return track.path("disposition").path(disposition).asInt(0) == 1;
    }

    private static @Nullable Picture picture(JsonNode track, JsonNode frame) {
        int width = track.path("width").asInt(0);
        int height = track.path("height").asInt(0);
        if (width < 1 || height < 1) {
            return null;
        }
        return new Picture(
                track.path("index").asInt(0),
                width,
                height,
                turned(track) || turned(frame),
                TRANSPARENT.contains(track.path("pix_fmt").asString("")),
                track.path("nb_frames").asInt(0));
    }

    private static boolean turned(JsonNode node) {
        for (JsonNode data : node.path("side_data_list")) {
            if (Math.abs(data.path("rotation").asInt(0)) % 180 == 90) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer seconds(String duration) {
        try {
            double seconds = Double.parseDouble(duration);
            return seconds > 0 && seconds < LONGEST ? (int) Math.max(1, Math.round(seconds)) : null;
        } catch (NumberFormatException notSaid) {
            return null;
        }
    }
}
