package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Price;
import groupwatch.summary.model.Provider;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What models cost: as configured, else as Anthropic publishes it; Ollama on this machine costs nothing. A model with two prices (Claude Haiku 5.5
 * has a higher one for long requests) has none here.
 *
 * @see <a href="https://platform.claude.com/docs/en/about-claude/pricing">Anthropic: pricing</a>, read in November 2026
 */
@Component
public class Prices {

    private static final Logger log = LoggerFactory.getLogger(Prices.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** The day of a model's version. */
    private static final Pattern VERSION = Pattern.compile("-\\d{8}$|@\\d{8}$|-latest$");

    private static final Map<String, Price> PUBLISHED = Map.ofEntries(
            Map.entry("claude-fable-5-1", Price.of("10", "50")),
            Map.entry("claude-fable-5", Price.of("10", "50")),
            Map.entry("claude-opus-5-5", Price.of("4", "20")),
            Map.entry("claude-opus-5", Price.of("5", "25")),
            Map.entry("claude-opus-4-8", Price.of("5", "25")),
            Map.entry("claude-opus-4-7", Price.of("5", "25")),
            Map.entry("claude-opus-4-6", Price.of("5", "25")),
            Map.entry("claude-opus-4-5", Price.of("5", "25")),
            Map.entry("claude-opus-4-1", Price.of("15", "75")),
            Map.entry("claude-sonnet-5-5", Price.of("2", "10")),
            Map.entry("claude-sonnet-5", Price.of("2", "10")),
            Map.entry("claude-sonnet-4-6", Price.of("3", "15")),
            Map.entry("claude-sonnet-4-5", Price.of("3", "15")),
            Map.entry("claude-haiku-4-5", Price.of("1", "5")));

    /** Names that are written in a property as they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]+");

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");
    private static final Price NOTHING = Price.of("0", "0");

    private final Map<String, Price> configured;
    private final boolean free;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    /** @throws IllegalArgumentException when there is a budget in dollars that a model would not count for */
    Prices(ModelSettings settings, BudgetSettings budget) {
        this.configured = settings.prices();
        this.free = settings.provider() == Provider.OLLAMA && isThisMachine(settings.url());
        if (budget.dailyUsd() != null && settings.provider() != Provider.EXTRACTIVE) {
            Stream.of(settings.summaries(), settings.questions())
                    .filter(model -> price(settings.provider().word(), model) == null)
                    .findFirst()
                    .ifPresent(Prices::refuse);
        }
    }

    private static void refuse(String model) {
        String name = PLAIN.matcher(model).matches() ? model : "[" + model + "]";
        throw new IllegalArgumentException("groupwatch.summary.budget.daily-usd is set, but not what " + model
                + " costs: set groupwatch.summary.model.prices." + name
                + ".input and .output, dollars for a million tokens");
    }

    private static boolean isThisMachine(@Nullable URI url) {
        return url == null
                || THIS_MACHINE.matcher(String.valueOf(url.getHost())).matches();
    }

    /** In US dollars; absent where the price is not known, which is said once. */
    public @Nullable BigDecimal cost(String provider, String model, TokenCount tokens) {
        Price price = price(provider, model);
        if (price == null) {
            if (complained.add(model)) {
                log.atWarn()
                        .addKeyValue("model", model)
                        .log("What this model costs is not known; groupwatch.summary.model.prices tells");
            }
            return null;
        }
        return price.input()
                .multiply(BigDecimal.valueOf(tokens.input()))
                .add(price.output().multiply(BigDecimal.valueOf(tokens.output())))
                .divide(MILLION);
    }

    private @Nullable Price price(String provider, String model) {
        Price own = configured.get(model);
        if (own != null) {
            return own;
        }
        if (provider.equals(Provider.ANTHROPIC.word())) {
            return PUBLISHED.get(VERSION.matcher(model).replaceFirst(""));
        }
        return free ? NOTHING : null;
    }
}
