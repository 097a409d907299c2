package groupwatch.store.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class JidCursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"120363000000000101@g.us", "an exotic one without a domain, ü 😊"})
    void comesBackAsItWentOut(String jid) {
        assertThat(JidCursor.parse(parameters(JidCursor.after(jid)))).isEqualTo(jid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120363000000000101@g.us", "???", "YWJj", "amlkOgA"})
    void refusesWhatItDidNotGiveOut(String text) {
        assertThatThrownBy(() -> JidCursor.parse(parameters(text))).isInstanceOf(ProblemException.class);
    }

    @Test
    void isAbsentWhereNoneIsGiven() {
        assertThat(JidCursor.parse(new Parameters(new LinkedMultiValueMap<>(), Set.of())))
                .isNull();
    }

    private static Parameters parameters(String cursor) {
        LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("cursor", cursor);
        return new Parameters(query, Set.of("cursor"));
    }
}
