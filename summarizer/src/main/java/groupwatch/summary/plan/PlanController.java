package groupwatch.summary.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import groupwatch.kit.api.Query;
import groupwatch.summary.api.Chats;
import groupwatch.summary.write.Length;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** How a group is summarised: read, chosen, and given back to the suite's settings. */
@RestController
class PlanController {

    private final Plans plans;
    private final ChoiceRows choices;
    private final Chats chats;

    PlanController(Plans plans, ChoiceRows choices, Chats chats) {
        this.plans = plans;
        this.choices = choices;
        this.chats = chats;
    }

    /** A plan as it is shown and chosen. Times are of the clock of {@code zone}. */
    record Shown(
            @Nullable Boolean enabled,
            @Nullable String language,
            @Nullable Length length,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime time,
            @Nullable String zone,
            @Nullable Integer minMessages,
            @JsonFormat(pattern = "HH:mm") @Nullable List<LocalTime> also) {

        static Shown of(Plan plan) {
            return new Shown(
                    plan.enabled(),
                    plan.language().toLanguageTag(),
                    plan.length(),
                    plan.at(),
                    plan.zone().getId(),
                    plan.minMessages(),
                    plan.alsoAt());
        }
    }

    @GetMapping("/summaries/settings")
    Shown suite(@RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return Shown.of(plans.suite());
    }

    @GetMapping("/summaries/settings/{jid}")
    Mono<Shown> read(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return chats.visible(jid).then(Mono.defer(() -> plans.of(jid))).map(Shown::of);
    }

    /** What is not named is as the suite's settings say. */
    @PutMapping("/summaries/settings/{jid}")
    Mono<Shown> choose(
            @PathVariable String jid, @RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode wanted) {
        new Query(query, Set.of());
        Choice choice = WantedChoice.read(wanted);
        return chats.visible(jid)
                .then(Mono.defer(() -> choices.write(jid, choice)))
                .then(Mono.defer(() -> plans.of(jid)))
                .map(Shown::of);
    }

    @DeleteMapping("/summaries/settings/{jid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        new Query(query, Set.of());
        return chats.visible(jid).then(Mono.defer(() -> choices.remove(jid)));
    }
}
