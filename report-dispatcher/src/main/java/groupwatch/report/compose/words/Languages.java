package groupwatch.report.compose.words;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/** The languages of the mails. No {@code ResourceBundle}: it would fall back to the machine's language where a text is missing. */
public final class Languages {

    static final List<String> ALL = List.of("en", "pt", "es", "it", "de");

    private static final String FOLDER = "/groupwatch/report/compose/words/";

    private final Map<String, Words> byLanguage =
            ALL.stream().collect(toUnmodifiableMap(Function.identity(), Languages::read));

    /** Those of the language; English for any that is not among them. */
    public Words of(Locale language) {
        return Objects.requireNonNull(byLanguage.getOrDefault(language.getLanguage(), byLanguage.get("en")));
    }

    private static Words read(String language) {
        return new Words(Locale.of(language), texts(language));
    }

    static Map<String, String> texts(String language) {
        Properties texts = new Properties();
        try (InputStream file = Languages.class.getResourceAsStream(FOLDER + language + ".properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().collect(toUnmodifiableMap(Function.identity(), texts::getProperty));
    }
}
