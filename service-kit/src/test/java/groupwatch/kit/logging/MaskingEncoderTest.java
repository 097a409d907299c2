package groupwatch.kit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class MaskingEncoderTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void masksMessageArgumentsPairsAndStackTracesInPlainLines() {
        PatternLayoutEncoder plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern("%msg %kvp%n%ex");

        assertMasked(encoded(plain));
    }

    @Test
    void masksThemInJsonToo() {
        assertMasked(encoded(new JsonEncoder()));
    }

    private String encoded(Encoder<ILoggingEvent> delegate) {
        MaskingEncoder encoder = new MaskingEncoder();
        encoder.setDelegate(delegate);
        encoder.start();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger logger = context.getLogger("test");
        LoggingEvent event = new LoggingEvent(
                "test",
                logger,
                Level.WARN,
                "from {} in {}",
                new IllegalStateException("no 5511999990003 here"),
                new Object[] {"5511999990001@s.whatsapp.net", "120363041234567890@g.us"});
        event.setKeyValuePairs(List.of(new KeyValuePair("phone", "5511999990002")));
        return new String(encoder.encode(event), UTF_8);
    }

    private static void assertMasked(String line) {
        assertThat(line)
                .contains("55119*****01@s.whatsapp.net", "12036*****90@g.us", "55119*****02", "55119*****03")
                .doesNotContain("999990", "304123");
    }
}
