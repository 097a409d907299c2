package groupwatch.watchdog.code;

import groupwatch.kit.api.Query;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** In which form a QR code is wanted. */
enum QrFormat {
    PNG(MediaType.IMAGE_PNG),
    SVG(MediaType.valueOf("image/svg+xml")),
    JSON(MediaType.APPLICATION_JSON);

    private final MediaType type;

    QrFormat(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** The parameter wins over the header; a picture of one format or another is what browsers want, so PNG. */
    static QrFormat of(@Nullable String parameter, List<MediaType> accepted) {
        if (parameter != null) {
            return named(parameter);
        }
        for (MediaType wanted : accepted) {
            for (QrFormat format : values()) {
                if (!wanted.isWildcardSubtype() && wanted.isCompatibleWith(format.type)) {
                    return format;
                }
            }
        }
        return PNG;
    }

    private static QrFormat named(String parameter) {
        for (QrFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(parameter)) {
                return format;
            }
        }
        throw Query.bad("format", "must be png, svg or json");
    }
}
