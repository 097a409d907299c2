package groupwatch.summary.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import groupwatch.kit.api.Query;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.summary.api.Chats;
import groupwatch.summary.daily.SummariseNow;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.store.StoreClient;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A day's summary now. */
@RestController
class SummarizeController {

    private static final String NOTHING = "No messages on this date.";

    private final Chats chats;
    private final StoreClient store;
    private final SummariseNow now;

    SummarizeController(Chats chats, StoreClient store, SummariseNow now) {
        this.chats = chats;
        this.store = store;
        this.now = now;
    }

    /**
     * The answer, with the names it has had since the first of these APIs.
     *
     * @param summary Markdown
     * @param cached whether it was there already
     * @param details absent when nothing was said
     */
    record Answer(
            String summary,
            @JsonProperty("message_count") int messageCount,
            boolean cached,
            LocalDate date,
            @Nullable ShownSummary details) {

        static Answer of(SummariseNow.Answer answer) {
            SummaryVersion version = answer.version();
            return version == null
                    ? new Answer(NOTHING, 0, false, answer.day(), null)
                    : new Answer(
                            Rendered.markdown(version.summary()),
                            version.summary().messages(),
                            answer.cached(),
                            answer.day(),
                            ShownSummary.of(version, false));
        }
    }

    /** {@code POST /summarize/{jid}?target_date=&force=}: yesterday's, by the group's clock, unless a day is named. */
    @PostMapping("/summarize/{jid}")
    Mono<Answer> summarize(@PathVariable String jid, @RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("target_date", "force"));
        LocalDate day = query.day("target_date");
        boolean force = query.flag("force");
        return chats.visible(jid)
                .flatMap(caller -> isThere(caller, jid))
                .flatMap(there -> there
                        ? now.of(jid, day, force)
                        : Mono.error(ProblemException.notFound("There is no such group.")))
                .map(Answer::of);
    }

    /** While the message store is away nobody knows: what is summarised already can be answered all the same. */
    private Mono<Boolean> isThere(Caller caller, String jid) {
        return store.group(caller, jid).hasElement().onErrorReturn(ServiceUnavailableException.class, true);
    }
}
