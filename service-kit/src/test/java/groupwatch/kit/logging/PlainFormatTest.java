package groupwatch.kit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** The format for terminals, configured without Spring, as the launcher does. */
class PlainFormatTest {

    private static final String CONFIGURATION = """
            <configuration>
                <include resource="groupwatch/kit/logging/levels.xml"/>
                <include resource="groupwatch/kit/logging/plain.xml"/>
                <root level="INFO"><appender-ref ref="CONSOLE"/></root>
            </configuration>
            """;

    @Test
    void writesALineForReadingWithItsNumbersMasked() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(CONFIGURATION.getBytes(UTF_8)));

        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        String line = new String(
                console.getEncoder()
                        .encode(new LoggingEvent(
                                "test",
                                context.getLogger("groupwatch.store.Receive"),
                                Level.INFO,
                                "{} joined",
                                null,
                                new Object[] {"5511999990001@s.whatsapp.net"})),
                UTF_8);

        assertThat(line)
                .contains("INFO", "Receive", "55119*****01@s.whatsapp.net joined")
                .endsWith(System.lineSeparator());
        assertThat(context.getLogger("org.apache.kafka").getLevel()).isEqualTo(Level.WARN);
        context.stop();
    }
}
