package groupwatch.summary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.summary.testing.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {

    @Test
    void asksNobodyWithoutAKey() {
        assertThat(Settings.model().provider()).isEqualTo(Provider.EXTRACTIVE);
        assertThat(Settings.model("key", " ", "url", "").provider()).isEqualTo(Provider.EXTRACTIVE);
    }

    @Test
    void asksAnthropicWithAKey() {
        ModelSettings settings = Settings.model("key", " secret-key ");
        assertThat(settings.provider()).isEqualTo(Provider.ANTHROPIC);
        assertThat(settings.key()).isEqualTo("secret-key");
        assertThat(settings.summaries()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(settings.questions()).isEqualTo("claude-sonnet-4-6");
        assertThat(settings.window()).isEqualTo(200_000);
        assertThat(settings.schema()).isTrue();
        assertThat(settings.toString()).doesNotContain("secret-key");
    }

    @Test
    void asksAnthropicWithAKeyInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "secret-key\n");
        assertThat(Settings.model("key-file", file.toString()).provider()).isEqualTo(Provider.ANTHROPIC);
    }

    @Test
    void tellsTheSchemaOnlyWhereItIsKnownToBeTaken() {
        assertThat(Settings.model("provider", "ollama", "summaries", "a", "questions", "b")
                        .schema())
                .isTrue();
        assertThat(Settings.model("provider", "openai", "key", "k", "summaries", "a", "questions", "b")
                        .schema())
                .isTrue();
        assertThat(Settings.model(
                                "provider",
                                "openai",
                                "url",
                                "http://localhost:8000",
                                "summaries",
                                "a",
                                "questions",
                                "b")
                        .schema())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider=anthropic | groupwatch.summary.model.provider is anthropic, which takes a key: set groupwatch.summary.model.key-file or groupwatch.summary.model.key",
                "provider=openai | groupwatch.summary.model.summaries must name a model of openai",
                "provider=ollama,summaries=a | groupwatch.summary.model.questions must name a model of ollama",
                "url=http://localhost:1 | groupwatch.summary.model.url is set, but nobody to ask there: set groupwatch.summary.model.provider too",
                "key=k,url=localhost:1 | groupwatch.summary.model.url takes an address as https://llm.example.org, not localhost:1",
                "key-file=/not/there | groupwatch.summary.model.key-file names /not/there, which is no file that can be read",
                "key-file=/tmp | groupwatch.summary.model.key-file names /tmp, which is no file that can be read",
                "key=k,key-file=/dev/null | groupwatch.summary.model.key and groupwatch.summary.model.key-file: set one of them, not both",
                "key=k,time-limit=1ms | groupwatch.summary.model.time-limit takes PT0.1S or more, not PT0.001S",
                "key=k,first-pause=2m | groupwatch.summary.model.longest-pause takes PT2M or more, not PT1M",
                "key=k,breaker.pause=0s | groupwatch.summary.model.breaker.pause takes a time as 30s, not PT0S"
            })
    void saysWhatIsWrong(String properties, String sentence) {
        String[] namesAndValues = Stream.of(properties.split(","))
                .flatMap(property -> Stream.of(property.split("=")))
                .toArray(String[]::new);
        assertThatThrownBy(() -> Settings.model(namesAndValues)).rootCause().hasMessage(sentence);
    }
}
