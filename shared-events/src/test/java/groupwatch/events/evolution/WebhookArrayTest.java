package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookArrayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"event\":\"x\", \"data\" : [ {\"a\":1}, {\"a\":2} ]}",
                "{\"event\":\"a \\\" quoted { [\",\"data\":\n[1]}",
                "{\"data\":{\"key\":1},\"data\":[1,2]}",
                "{\"d\\u0061ta\":[1,2]}",
                "{\"\\u0064ata\":[1,2]}"
            })
    void findsAnArray(String body) {
        assertThat(WebhookArray.mayBeIn(bytes(body))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"messages\":[1,2]}}",
                "{\"data\":{\"data\":[1,2]}}",
                "{\"event\":\"data\",\"other\":[1]}",
                "{\"datas\":[1],\"dat\":[2],\"\":[3]}",
                "{\"data\":\"\\\"data\\\":[\"}",
                "{\"other\":[{\"data\":[1]}],\"data\":null}",
                "[{\"data\":[1]}]",
                "{\"data\"",
                "{\"data",
                "\"",
                "\\",
                ""
            })
    void findsNone(String body) {
        assertThat(WebhookArray.mayBeIn(bytes(body))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
