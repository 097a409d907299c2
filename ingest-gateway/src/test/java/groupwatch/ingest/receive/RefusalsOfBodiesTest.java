package groupwatch.ingest.receive;

import static org.assertj.core.api.Assertions.assertThatCode;

import groupwatch.events.evolution.WebhookScanResult;
import groupwatch.ingest.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsOfBodiesTest {

    @ParameterizedTest
    @EnumSource(WebhookScanResult.Reason.class)
    void haveANameForEveryReason(WebhookScanResult.Reason reason) {
        assertThatCode(() -> Refusal.valueOf(reason.name())).doesNotThrowAnyException();
    }
}
