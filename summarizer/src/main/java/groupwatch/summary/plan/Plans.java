package groupwatch.summary.plan;

import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How each group is summarised. */
@Component
public class Plans {

    private final Plan suite;
    private final ChoiceRows choices;

    Plans(DailySettings settings, ChoiceRows choices) {
        this.suite = settings.plan();
        this.choices = choices;
    }

    /** For groups for which nothing was chosen. */
    public Plan suite() {
        return suite;
    }

    public Mono<Plan> of(String group) {
        return choices.find(group).map(choice -> choice.over(suite));
    }

    /** All at once, by group. */
    public Mono<Function<String, Plan>> all() {
        return choices.all().map(this::each);
    }

    private Function<String, Plan> each(Map<String, Choice> chosen) {
        return group -> chosen.getOrDefault(group, Choice.NONE).over(suite);
    }
}
