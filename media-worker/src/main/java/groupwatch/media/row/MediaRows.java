package groupwatch.media.row;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code media}. */
@Repository
public class MediaRows {

    private final DatabaseClient database;

    MediaRows(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when no message with that media id was told of. */
    public Mono<MediaRow> find(UUID id) {
        return database.sql("SELECT * FROM media WHERE id = $1")
                .bind(0, id)
                .map(MediaRowMapping::read)
                .one();
    }
}
