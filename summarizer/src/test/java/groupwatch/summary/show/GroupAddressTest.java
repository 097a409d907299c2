package groupwatch.summary.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupAddressTest {

    @Test
    void leadsToAMessageOfAGroup() {
        assertThat(new GroupAddress("").of("12@g.us", "3EB0 /?&=+*\"<é"))
                .isEqualTo("/groups/12%40g.us?at=3EB0%20%2F%3F%26%3D%2B%2A%22%3C%C3%A9");
        assertThat(new GroupAddress("https://a.example:8443/watch/").of("1", "2"))
                .isEqualTo("https://a.example:8443/watch/groups/1?at=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "https://a.example/\"x",
                "a.example",
                "https://a.example?x=",
                "/a b"
            })
    void takesNoBaseThatIsNone(String base) {
        assertThatThrownBy(() -> new GroupAddress(base)).isInstanceOf(IllegalArgumentException.class);
    }
}
