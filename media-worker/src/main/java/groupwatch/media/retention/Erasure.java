package groupwatch.media.retention;

import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.fetch.FetchJobs;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Erases a message's file and all that is known of it, its job and the bytes that came along included. */
@Component
public class Erasure {

    private final MediaRows rows;
    private final RemoveMedia remove;
    private final FetchJobs fetches;
    private final Jobs jobs;
    private final ObjectStore objects;

    Erasure(MediaRows rows, RemoveMedia remove, FetchJobs fetches, Jobs jobs, ObjectStore objects) {
        this.rows = rows;
        this.remove = remove;
        this.fetches = fetches;
        this.jobs = jobs;
        this.objects = objects;
    }

    /** Emits whether there was such a file. */
    public Mono<Boolean> erase(UUID id) {
        return jobs.cancel(fetches.kind(), id.toString())
                .then(rows.find(id))
                .flatMap(row -> remove.erase(row).then(forget(row)).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> forget(MediaRow row) {
        return row.claim() == null ? Mono.empty() : objects.delete(row.claim());
    }
}
