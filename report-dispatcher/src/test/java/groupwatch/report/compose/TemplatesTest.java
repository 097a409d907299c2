package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the template files may not do: put in text that is not escaped, or read text as a template. */
class TemplatesTest {

    @Test
    void htmlEscapesAllItPutsIn() throws Exception {
        assertThat(files("html"))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        file -> assertThat(content(file)).doesNotContain("th:utext", "[(", "[[", "__${", "th:inline"));
    }

    @Test
    void textPutsInWordsAsTheyAre() throws Exception {
        // in plain text, escaping would show &lt;
        assertThat(files("text"))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(content(file)).doesNotContain("[[", "th:text", "__${"));
    }

    private static List<Path> files(String kind) throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(TemplatesTest.class.getResource("/groupwatch/report/compose/" + kind))
                        .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file);
    }
}
