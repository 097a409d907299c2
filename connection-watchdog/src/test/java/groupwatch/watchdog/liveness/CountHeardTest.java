package groupwatch.watchdog.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.CloudEvents;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records tell that a link is alive. */
class CountHeardTest {

    @ParameterizedTest
    @CsvSource({
        "/evolution/loja, evolution.messages.upsert, loja",
        "/evolution/loja%20norte%2F2, evolution.messages.edited, loja norte/2",
        "/evolution/loja, evolution.group-participants.update, loja",
        "/evolution/loja, evolution.presence.update, loja",
        "/evolution/loja, evolution.messages.set,",
        "/evolution/loja, evolution.messages.found,",
        "/evolution/loja, evolution.groups.found,",
        "/evolution/loja, evolution.send.message,",
        "/evolution/loja, evolution.send.message.update,",
        "/evolution/%00, evolution.messages.upsert,",
        "/evolution/%zz, evolution.messages.upsert,",
        "/evolution/, evolution.messages.upsert,",
        "/evolution, evolution.messages.upsert,",
        "/message-store, MessageStored,",
    })
    void tellOfAnAccount(String source, String type, String account) {
        Map<String, String> headers = Map.of(CloudEvents.SOURCE, source, CloudEvents.TYPE, type);
        assertThat(CountHeard.heardOf(headers).orElse(null)).isEqualTo(account);
    }
}
