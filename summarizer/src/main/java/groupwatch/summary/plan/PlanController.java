package groupwatch.summary.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import groupwatch.kit.problem.ProblemException;
import groupwatch.summary.api.Chats;
import groupwatch.summary.api.Query;
import groupwatch.summary.write.Length;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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

/** How a group is summarised: read, chosen, and given back to the suite's settings. */
@RestController
class PlanController {

    private static final int MOST_TIMES = 12;
    private static final int MOST_MESSAGES = 100_000;

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
            @PathVariable String jid, @RequestParam MultiValueMap<String, String> query, @RequestBody Shown wanted) {
        new Query(query, Set.of());
        Choice choice = choice(wanted);
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

    private static Choice choice(Shown wanted) {
        List<LocalTime> also = wanted.also();
        if (also != null && also.size() > MOST_TIMES) {
            throw bad("also", "takes " + MOST_TIMES + " times at most");
        }
        Integer least = wanted.minMessages();
        if (least != null && (least < 1 || least > MOST_MESSAGES)) {
            throw bad("minMessages", "takes a number from 1 to " + MOST_MESSAGES);
        }
        return new Choice(
                wanted.enabled(),
                language(wanted.language()),
                wanted.length(),
                wanted.time(),
                zone(wanted.zone()),
                least,
                also);
    }

    private static @Nullable Locale language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        Locale language = Locale.forLanguageTag(tag);
        if (language.getLanguage().isEmpty() || !language.toLanguageTag().equalsIgnoreCase(tag)) {
            throw bad("language", "takes a language as en or pt-BR");
        }
        return language;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw bad("zone", "takes a time zone as America/Sao_Paulo or UTC");
        }
        return ZoneId.of(name);
    }

    private static ProblemException bad(String field, String why) {
        return ProblemException.badParameter(field, field + " " + why);
    }
}
