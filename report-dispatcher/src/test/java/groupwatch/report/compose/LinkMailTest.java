package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.LinkAlert.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class LinkMailTest {

    static final List<String> HOSTILE = HostileMailTest.HOSTILE;

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant DOWN = Instant.parse("2026-11-19T14:05:00Z");

    private static LinkAlert down(String text, LinkStatus status, Locale language) {
        return new LinkAlert(
                Kind.DOWN,
                text,
                status,
                DOWN,
                null,
                text,
                text,
                null,
                null,
                DOWN.plusSeconds(600),
                language,
                LISBON,
                false);
    }

    private static LinkAlert back(String text, Instant to, @Nullable Long filledIn, @Nullable Long missing) {
        return back(text, to, filledIn, missing, Locale.ENGLISH);
    }

    private static LinkAlert back(
            String text, Instant to, @Nullable Long filledIn, @Nullable Long missing, Locale language) {
        return new LinkAlert(
                Kind.BACK,
                text,
                LinkStatus.CLOSED,
                DOWN,
                to,
                text,
                null,
                filledIn,
                missing,
                to,
                language,
                LISBON,
                false);
    }

    @Test
    void saysWhatIsDownSinceWhenWhyAndWhatToDo() {
        LinkAlert alert = new LinkAlert(
                Kind.DOWN,
                "sales",
                LinkStatus.LOGGED_OUT,
                DOWN,
                null,
                "The session was ended on the phone.",
                "Scan a new QR code.",
                null,
                null,
                DOWN.plusSeconds(600),
                Locale.ENGLISH,
                LISBON,
                false);
        Reading mail = Reading.of(alert);

        assertThat(mail.mail().subject()).isEqualTo("WhatsApp link down: sales (since 14:05)");
        assertThat(mail.seen())
                .contains("Link down Thu 19 Nov 2026")
                .contains("Somebody must act · The link of sales has been down since 14:05")
                .contains("State Logged out: it must be linked again")
                .contains("Why The session was ended on the phone.")
                .contains("To do Scan a new QR code.")
                .contains("Meanwhile Nothing new of this account’s groups arrives")
                .contains("Not lost Everything that came before. What Evolution and WhatsApp keep is filled in")
                .contains("You get this because ops@example.com is in the settings of alerts.")
                .contains("Times by the clock of Europe/Lisbon.");
        assertThat(mail.read())
                .contains("Why The session was ended on the phone.")
                .contains("To do Scan a new QR code.")
                .contains("Not lost Everything");
    }

    @Test
    void saysTheDayWhereItIsNotToday() {
        LinkAlert alert = new LinkAlert(
                Kind.DOWN,
                "sales",
                LinkStatus.CLOSED,
                DOWN,
                null,
                "It was lost.",
                null,
                null,
                null,
                DOWN.plusSeconds(86_400),
                Locale.ENGLISH,
                LISBON,
                false);

        assertThat(Reading.of(alert).mail().subject()).isEqualTo("WhatsApp link down: sales (since Thu 19 Nov 14:05)");
        assertThat(Reading.of(alert).seen()).contains("To do Nothing: the suite keeps trying by itself.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23|0|WhatsApp link back: sales (23 messages filled in)|Filled in 23 messages Missing Nothing that is known of",
                "1|1|WhatsApp link back: sales (1 message filled in, 1 still missing)|Missing 1 message is known of and still not here",
                "0|2|WhatsApp link back: sales (0 messages filled in, 2 still missing)|Missing 2 messages are known of and still not here",
                "||WhatsApp link back: sales (down 1 h 20 min)|Filled in Not looked for yet.",
            })
    void saysHowLongItWasAndWhatItCost(@Nullable Long filledIn, @Nullable Long missing, String subject, String line) {
        Reading mail = Reading.of(back("sales", DOWN.plusSeconds(4800), filledIn, missing));

        assertThat(mail.mail().subject()).isEqualTo(subject);
        assertThat(mail.seen())
                .contains("The link of sales is back after 1 h 20 min")
                .contains("Down 14:05–15:25 (1 h 20 min)")
                .contains(line);
        assertThat(mail.read()).contains("Down 14:05–15:25 (1 h 20 min)").contains(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|WhatsApp link down: sales (since 14:05)|WhatsApp link back: sales (23 messages filled in, 1 still missing)|1 day 2 h",
                "pt|Ligação ao WhatsApp em baixo: sales (desde 14:05)|Ligação ao WhatsApp de volta: sales (23 mensagens recuperadas, 1 ainda em falta)|1 dia 2 h",
                "es|Conexión de WhatsApp caída: sales (desde 14:05)|Conexión de WhatsApp restablecida: sales (23 mensajes recuperados, aún falta 1)|1 día 2 h",
                "it|Collegamento WhatsApp interrotto: sales (da: 14:05)|Collegamento WhatsApp ripristinato: sales (23 messaggi recuperati, 1 ancora mancante)|1 giorno 2 h",
                "de|WhatsApp-Verbindung unterbrochen: sales (seit 14:05)|WhatsApp-Verbindung wieder da: sales (23 Nachrichten nachgetragen, 1 fehlt noch)|1 Tag 2 h",
            })
    void speaksItsReadersLanguage(String language, String down, String back, String lasted) {
        Locale locale = Locale.of(language);

        assertThat(Reading.of(down("sales", LinkStatus.CLOSED, locale)).mail().subject())
                .isEqualTo(down);
        Reading over = Reading.of(back("sales", DOWN.plusSeconds(93_600), 23L, 1L, locale));
        assertThat(over.mail().subject()).isEqualTo(back);
        assertThat(over.seen()).contains(lasted);
        assertThat(over.page().selectFirst("html").attr("lang")).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource(LinkStatus.class)
    void hasWordsForEachState(LinkStatus status) {
        for (String language : List.of("en", "pt", "es", "it", "de")) {
            assertThat(Reading.of(down("sales", status, Locale.of(language))).seen())
                    .contains("sales");
        }
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void staysText(String hostile) {
        for (LinkAlert alert : List.of(
                down(hostile, LinkStatus.CLOSED, Locale.ENGLISH),
                back(hostile, DOWN.plusSeconds(60), 1L, 1L),
                back(hostile, DOWN.plusSeconds(60), null, null))) {
            Reading mail = Reading.of(alert, "\"" + hostile + "\"@example.com");

            assertThat(mail.page().select("h1")).hasSize(1);
            assertThat(mail.page().select("body > div, body > table")).hasSize(2);
            assertThat(mail.seen()).contains("Open in Groupwatch").doesNotContain("49");
            assertThat(mail.page().body().text() + mail.mail().subject()).doesNotContainPattern(HostileMailTest.LINKED);
        }
    }

    @Test
    void aSampleSaysThatNothingIsDown() {
        LinkAlert alert = new LinkAlert(
                Kind.DOWN,
                "sales",
                LinkStatus.CLOSED,
                DOWN,
                null,
                "x",
                null,
                null,
                null,
                DOWN,
                Locale.ENGLISH,
                LISBON,
                true);

        assertThat(Reading.of(alert).mail().subject()).isEqualTo("Test · WhatsApp link down: sales (since 14:05)");
        assertThat(Reading.of(alert).seen()).contains("This is a test: no link is down.");
        assertThat(Reading.of(alert).read()).contains("This is a test: no link is down.");
    }
}
