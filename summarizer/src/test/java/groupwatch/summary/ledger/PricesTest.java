package groupwatch.summary.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.testing.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    private static final String OLLAMA = "provider=ollama,summaries=llama3.2:3b,questions=llama3.2:3b";
    private static final String OPENAI = "provider=openai,key=k,summaries=gpt-large,questions=gpt-4.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key=k,summaries=claude-unheard-of | claude-unheard-of | claude-unheard-of",
                "key=k,questions=claude-unheard-of | claude-unheard-of | claude-unheard-of",
                OPENAI + " | gpt-large | gpt-large",
                OPENAI + ",prices.gpt-large.input=1,prices.gpt-large.output=1 | gpt-4.1 | [gpt-4.1]",
                OLLAMA + ",url=http://ollama.example:11434 | llama3.2:3b | [llama3.2:3b]"
            })
    void refuseABudgetInDollarsForWhatNobodyKnowsThePriceOf(String properties, String model, String name) {
        assertThatThrownBy(() -> prices(properties, "daily-usd", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groupwatch.summary.budget.daily-usd is set, but not what " + model
                        + " costs: set groupwatch.summary.model.prices." + name
                        + ".input and .output, dollars for a million tokens");
        assertThatCode(() -> prices(properties, "daily-tokens", "1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=k",
                "provider=extractive",
                OLLAMA,
                OLLAMA + ",url=http://127.0.0.1:11434",
                OLLAMA + ",url=http://[::1]:11434",
                OPENAI
                        + ",prices.gpt-large.input=1,prices.gpt-large.output=1,prices.[gpt-4.1].input=1,prices.[gpt-4.1].output=1"
            })
    void allowABudgetInDollarsForTheOthers(String properties) {
        assertThatCode(() -> prices(properties, "daily-usd", "1")).doesNotThrowAnyException();
    }

    @Test
    void areNothingOnThisMachineUnlessSet() {
        TokenCount million = new TokenCount(1_000_000, 0);
        assertThat(prices(OLLAMA).cost("ollama", "llama3.2:3b", million)).isZero();
        assertThat(prices(OLLAMA + ",prices.[llama3.2:3b].input=0.5,prices.[llama3.2:3b].output=1")
                        .cost("ollama", "llama3.2:3b", million))
                .isEqualByComparingTo("0.5");
    }

    private static Prices prices(String properties, String... budget) {
        String[] namesAndValues = Stream.of(properties.split(","))
                .flatMap(property -> Stream.of(property.split("=")))
                .toArray(String[]::new);
        return new Prices(Settings.model(namesAndValues), Settings.budget(budget));
    }
}
