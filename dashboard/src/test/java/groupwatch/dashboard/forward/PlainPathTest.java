package groupwatch.dashboard.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups",
                "/groups/120363000000000101@g.us",
                "/groups/120363000000000101%40g.us/messages",
                "/messages/wamid.HBgN==",
                "/messages/3A..B",
                "/messages/.hidden",
                "/messages/a%20b"
            })
    void passesUnchanged(String path) {
        assertThat(PlainPath.of("/api" + path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups/..",
                "/groups/../admin",
                "/groups/%2e%2e/admin",
                "/groups/.%2E/admin",
                "/./groups",
                "/groups/.",
                "//groups",
                "/groups//messages",
                "/groups/a%2fb",
                "/groups/a%2Fb",
                "/groups/a%5cb",
                "/groups/a\\b",
                "/groups/a;b=c",
                "/groups/a%3Bb",
                "/groups/%252e%252e/x",
                "/groups/%00",
                "/groups/%0d%0aX:y"
            })
    void refusesWhatServersReadDifferently(String path) {
        assertThatThrownBy(() -> PlainPath.of("/api" + path)).isInstanceOf(ProblemException.class);
    }
}
