package groupwatch.media.serve;

import groupwatch.kit.problem.ProblemException;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.StoredFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An object on its way to a reader.
 *
 * @param size in bytes; absent when the store has to be asked
 * @param etag with its quotes; content never changes under it
 */
record Served(String key, @Nullable Long size, String mime, String etag, boolean inline, FileName name) {

    /** @param download also what a browser could show */
    static Served file(MediaRow media, boolean download) {
        StoredFile file = Objects.requireNonNull(media.stored());
        return new Served(
                file.key(),
                file.size(),
                SafeType.of(file.mime()),
                '"' + file.sha256() + '"',
                !download && SafeType.isShown(file.mime()),
                FileName.of(media));
    }

    static Served thumbnail(MediaRow media) {
        StoredFile file = Objects.requireNonNull(media.stored());
        String key = file.thumbnail();
        if (key == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "no-thumbnail", "There is no small picture of this file.");
        }
        String mime = key.endsWith(".webp") ? "image/webp" : key.endsWith(".png") ? "image/png" : "image/jpeg";
        return new Served(
                key, null, mime, '"' + file.sha256() + "-thumbnail\"", true, FileName.ofThumbnail(media, mime));
    }
}
