package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Price;
import groupwatch.summary.model.Provider;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What models cost: as configured, else as Anthropic publishes it. A model with two prices (Claude Haiku 5.5 has a higher one for long requests)
 * has none here.
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

    private final Map<String, Price> configured;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Prices(ModelSettings settings) {
        this.configured = settings.prices();
    }

    /** In US dollars; absent where the price is not known, which is said once. */
    public @Nullable BigDecimal cost(String provider, String model, TokenCount tokens) {
        Price price = price(provider, model);
        if (price == null) {
            if (complained.add(model)) {
                log.atWarn()
                        .addKeyValue("model", model)
                        .log("What this model costs is not known: it counts for no budget in dollars; "
                                + "groupwatch.summary.model.prices tells");
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
        return own != null || !provider.equals(Provider.ANTHROPIC.word())
                ? own
                : PUBLISHED.get(VERSION.matcher(model).replaceFirst(""));
    }
}
