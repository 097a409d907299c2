package groupwatch.summary.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Turn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void aSignOfAnotherScriptIsATokenOrMore() {
        TokenCount most = Estimate.most(request("会議は明日の朝九時に始まります", "🎉🎂👍"));

        // fifteen signs and three emoji
        assertThat(most.input()).isBetween(28L, 45L);
        assertThat(most.output()).isEqualTo(300);
    }

    private static ModelRequest request(String system, String asked) {
        return new ModelRequest(
                Purpose.QUESTION,
                null,
                LocalDate.of(2026, 3, 12),
                system,
                List.of(new Turn(Turn.Role.USER, asked)),
                300,
                null);
    }
}
