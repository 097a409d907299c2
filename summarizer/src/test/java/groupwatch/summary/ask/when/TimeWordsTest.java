package groupwatch.summary.ask.when;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Wednesday, half past three in the afternoon. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-18T15:30");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What was said today?                       | 2026-03-18T00:00 | 2026-03-19T00:00 | true
            what did Ana say YESTERDAY about tiles     | 2026-03-17T00:00 | 2026-03-18T00:00 | true
            and the day before yesterday?              | 2026-03-16T00:00 | 2026-03-17T00:00 | true
            who wrote yesterday evening                | 2026-03-17T18:00 | 2026-03-18T00:00 | true
            what happened last night?                  | 2026-03-17T18:00 | 2026-03-18T06:00 | true
            anything this morning?                     | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            decisions of last week                     | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            decisions of this week                     | 2026-03-16T00:00 | 2026-03-23T00:00 | true
            how was it last weekend?                   | 2026-03-14T00:00 | 2026-03-16T00:00 | true
            who brought cake on Monday?                | 2026-03-16T00:00 | 2026-03-17T00:00 | false
            who brings cake on Saturday?               | 2026-03-14T00:00 | 2026-03-15T00:00 | false
            who wrote last Wednesday?                  | 2026-03-11T00:00 | 2026-03-12T00:00 | true
            who wrote Monday morning                   | 2026-03-16T04:00 | 2026-03-16T12:00 | false
            what did we decide 3 days ago              | 2026-03-15T00:00 | 2026-03-16T00:00 | true
            what did we decide two weeks ago           | 2026-03-02T00:00 | 2026-03-09T00:00 | true
            what came in an hour ago                   | 2026-03-18T13:30 | 2026-03-18T15:30 | true
            the last 3 days, please                    | 2026-03-15T00:00 | 2026-03-18T15:30 | true
            what was new in the last hour              | 2026-03-18T14:30 | 2026-03-18T15:30 | true
            what was planned in February?              | 2026-02-01T00:00 | 2026-03-01T00:00 | false
            what was planned in October?               | 2025-10-01T00:00 | 2025-11-01T00:00 | false
            what was planned in October 2024?          | 2024-10-01T00:00 | 2024-11-01T00:00 | true
            what was planned last March?               | 2025-03-01T00:00 | 2025-04-01T00:00 | true
            what was bought in 2025?                   | 2025-01-01T00:00 | 2026-01-01T00:00 | true
            what was said on 3 March                   | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            what was said on the 3rd of March, 2025    | 2025-03-03T00:00 | 2025-03-04T00:00 | true
            what was said on March 3rd                 | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            what was said from 3 to 5 March            | 2026-03-03T00:00 | 2026-03-06T00:00 | true
            what was said on 2026-03-03?               | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            what was said on 3/3/2026?                 | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            what was said on 02/14/2026?               | 2026-02-14T00:00 | 2026-02-15T00:00 | true
            what was said on 3/3?                      | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            what was said since Monday?                | 2026-03-16T00:00 | 2026-03-18T15:30 | true
            what was said before March?                | 2009-01-01T01:00 | 2026-03-01T00:00 | true
            what was said yesterday and today?         | 2026-03-17T00:00 | 2026-03-19T00:00 | true
            what was said from Monday to Tuesday?      | 2026-03-16T00:00 | 2026-03-18T00:00 | false
            """)
    void understandsEnglish(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        assertPeriod(question, from, until, strict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            O que disseram hoje?                       | 2026-03-18T00:00 | 2026-03-19T00:00 | true
            o que a Ana disse ontem?                   | 2026-03-17T00:00 | 2026-03-18T00:00 | true
            e anteontem?                               | 2026-03-16T00:00 | 2026-03-17T00:00 | true
            quem escreveu ontem à noite                | 2026-03-17T18:00 | 2026-03-18T06:00 | true
            novidades de hoje de manhã                 | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            novidades desta manhã? esta manhã!         | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            o que decidimos na semana passada          | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            o que decidimos nesta semana               | 2026-03-16T00:00 | 2026-03-23T00:00 | true
            no mês passado                             | 2026-02-01T00:00 | 2026-03-01T00:00 | true
            o fim de semana passado                    | 2026-03-14T00:00 | 2026-03-16T00:00 | true
            quem falou na segunda-feira?               | 2026-03-16T00:00 | 2026-03-17T00:00 | false
            quem falou na terça?                       | 2026-03-17T00:00 | 2026-03-18T00:00 | false
            quem falou na sexta-feira passada          | 2026-03-13T00:00 | 2026-03-14T00:00 | true
            o que aconteceu há 3 dias?                 | 2026-03-15T00:00 | 2026-03-16T00:00 | true
            o que aconteceu duas semanas atrás         | 2026-03-02T00:00 | 2026-03-09T00:00 | true
            os últimos três dias                       | 2026-03-15T00:00 | 2026-03-18T15:30 | true
            na última hora                             | 2026-03-18T14:30 | 2026-03-18T15:30 | true
            o que compramos em fevereiro               | 2026-02-01T00:00 | 2026-03-01T00:00 | false
            o que foi dito em 3 de março               | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            o que foi dito em 3 de março de 2025       | 2025-03-03T00:00 | 2025-03-04T00:00 | true
            o que foi dito em março de 2025            | 2025-03-01T00:00 | 2025-04-01T00:00 | true
            o que foi dito no dia 03/03                | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            o que foi dito desde segunda-feira         | 2026-03-16T00:00 | 2026-03-18T15:30 | true
            """)
    void understandsPortuguese(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        assertPeriod(question, from, until, strict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cosa si è detto oggi?                      | 2026-03-18T00:00 | 2026-03-19T00:00 | true
            cosa ha detto Ana ieri?                    | 2026-03-17T00:00 | 2026-03-18T00:00 | true
            e l’altro ieri?                            | 2026-03-16T00:00 | 2026-03-17T00:00 | true
            chi ha scritto ieri sera?                  | 2026-03-17T18:00 | 2026-03-18T00:00 | true
            novità di stamattina                       | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            questa mattina                             | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            la settimana scorsa                        | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            la scorsa settimana                        | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            questa settimana                           | 2026-03-16T00:00 | 2026-03-23T00:00 | true
            il mese scorso                             | 2026-02-01T00:00 | 2026-03-01T00:00 | true
            lo scorso weekend                          | 2026-03-14T00:00 | 2026-03-16T00:00 | true
            chi ha parlato lunedì?                     | 2026-03-16T00:00 | 2026-03-17T00:00 | false
            chi ha parlato venerdì scorso?             | 2026-03-13T00:00 | 2026-03-14T00:00 | true
            cosa è successo tre giorni fa?             | 2026-03-15T00:00 | 2026-03-16T00:00 | true
            negli ultimi 3 giorni                      | 2026-03-15T00:00 | 2026-03-18T15:30 | true
            nell'ultima ora                            | 2026-03-18T14:30 | 2026-03-18T15:30 | true
            cosa abbiamo deciso a febbraio             | 2026-02-01T00:00 | 2026-03-01T00:00 | false
            cosa abbiamo deciso il 3 marzo             | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            cosa abbiamo deciso dal 3 al 5 marzo       | 2026-03-03T00:00 | 2026-03-06T00:00 | true
            cosa abbiamo deciso da lunedì              | 2026-03-16T00:00 | 2026-03-18T15:30 | true
            """)
    void understandsItalian(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        assertPeriod(question, from, until, strict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ¿Qué se dijo hoy?                          | 2026-03-18T00:00 | 2026-03-19T00:00 | true
            ¿qué dijo Ana ayer?                        | 2026-03-17T00:00 | 2026-03-18T00:00 | true
            ¿y anteayer?                               | 2026-03-16T00:00 | 2026-03-17T00:00 | true
            ¿quién escribió anoche?                    | 2026-03-17T18:00 | 2026-03-18T06:00 | true
            ayer por la tarde                          | 2026-03-17T12:00 | 2026-03-17T18:00 | true
            novedades de esta mañana                   | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            la semana pasada                           | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            esta semana                                | 2026-03-16T00:00 | 2026-03-23T00:00 | true
            el mes pasado                              | 2026-02-01T00:00 | 2026-03-01T00:00 | true
            el fin de semana pasado                    | 2026-03-14T00:00 | 2026-03-16T00:00 | true
            ¿quién habló el lunes?                     | 2026-03-16T00:00 | 2026-03-17T00:00 | false
            ¿quién habló el viernes pasado?            | 2026-03-13T00:00 | 2026-03-14T00:00 | true
            ¿qué pasó hace tres días?                  | 2026-03-15T00:00 | 2026-03-16T00:00 | true
            los últimos 3 días                         | 2026-03-15T00:00 | 2026-03-18T15:30 | true
            ¿qué compramos en febrero?                 | 2026-02-01T00:00 | 2026-03-01T00:00 | false
            ¿qué se dijo el 3 de marzo de 2025?        | 2025-03-03T00:00 | 2025-03-04T00:00 | true
            ¿qué se dijo desde el lunes?               | 2026-03-16T00:00 | 2026-03-18T15:30 | true
            """)
    void understandsSpanish(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        assertPeriod(question, from, until, strict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Was wurde heute gesagt?                    | 2026-03-18T00:00 | 2026-03-19T00:00 | true
            was hat Ana gestern gesagt?                | 2026-03-17T00:00 | 2026-03-18T00:00 | true
            und vorgestern?                            | 2026-03-16T00:00 | 2026-03-17T00:00 | true
            wer schrieb gestern Abend?                 | 2026-03-17T18:00 | 2026-03-18T00:00 | true
            Neues von heute früh                       | 2026-03-18T04:00 | 2026-03-18T12:00 | true
            was war letzte Nacht los?                  | 2026-03-17T18:00 | 2026-03-18T06:00 | true
            was war letzte Woche?                      | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            in der vergangenen Woche                   | 2026-03-09T00:00 | 2026-03-16T00:00 | true
            in dieser Woche                            | 2026-03-16T00:00 | 2026-03-23T00:00 | true
            im letzten Monat                           | 2026-02-01T00:00 | 2026-03-01T00:00 | true
            was war am Wochenende?                     | 2026-03-14T00:00 | 2026-03-16T00:00 | false
            wer hat am Montag gekocht?                 | 2026-03-16T00:00 | 2026-03-17T00:00 | false
            wer hat letzten Mittwoch gekocht?          | 2026-03-11T00:00 | 2026-03-12T00:00 | true
            was war vor drei Tagen                     | 2026-03-15T00:00 | 2026-03-16T00:00 | true
            was war vor 2 Wochen                       | 2026-03-02T00:00 | 2026-03-09T00:00 | true
            in den letzten 3 Tagen                     | 2026-03-15T00:00 | 2026-03-18T15:30 | true
            in der letzten Stunde                      | 2026-03-18T14:30 | 2026-03-18T15:30 | true
            was wurde im Februar gekauft               | 2026-02-01T00:00 | 2026-03-01T00:00 | false
            was wurde am 3. März gesagt                | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            was wurde am 3. März 2025 gesagt           | 2025-03-03T00:00 | 2025-03-04T00:00 | true
            was wurde am 3.3. gesagt                   | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            was wurde am 3.3.2026 gesagt               | 2026-03-03T00:00 | 2026-03-04T00:00 | true
            was wurde seit Montag gesagt               | 2026-03-16T00:00 | 2026-03-18T15:30 | true
            """)
    void understandsGerman(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        assertPeriod(question, from, until, strict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who has the key?",
                "What is planned for tomorrow?",
                "Who comes next Monday?",
                "What happens tonight?",
                "Was ist nächsten Montag?",
                "Quem vem na próxima segunda-feira?",
                "Chi viene lunedì prossimo?",
                "¿Quién viene el lunes que viene?",
                "Is the shop open 24/7?",
                "May I bring a friend to the march?",
                "A segunda reunião foi boa?",
                "Who comes on 2 April?",
                "On 31/02/2026?",
                "Add 1/2 cup",
                "version 1.2.3 of it",
            })
    void asksForNoTime(String question) {
        Timed timed = read(question);

        assertThat(timed.period()).isNull();
        assertThat(timed.rest()).isEqualTo(question);
    }

    @Test
    void leavesTheOtherWords() {
        assertThat(read("What did Ana say yesterday evening about the budget?")
                        .rest()
                        .replaceAll(" +", " "))
                .isEqualTo("What did Ana say about the budget?");
    }

    @Test
    void aDayIsAsLongAsTheClockMakesIt() {
        Instant afterSpring = Instant.parse("2026-03-30T08:00:00Z");

        Period sunday = TimeWords.read("yesterday", afterSpring, BERLIN).period();

        assertThat(sunday).isEqualTo(period("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
        Instant afterAutumn = Instant.parse("2026-10-26T08:00:00Z");
        assertThat(TimeWords.read("gestern", afterAutumn, BERLIN).period())
                .isEqualTo(period("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
    }

    @Test
    void aDayBeginsWhereTheAskerIs() {
        Instant now = Instant.parse("2026-03-18T02:00:00Z");

        assertThat(TimeWords.read("hoje", now, ZoneId.of("America/Sao_Paulo")).period())
                .isEqualTo(period("2026-03-17T03:00:00Z", "2026-03-18T03:00:00Z"));
        assertThat(TimeWords.read("today", now, ZoneId.of("Pacific/Auckland")).period())
                .isEqualTo(period("2026-03-17T11:00:00Z", "2026-03-18T11:00:00Z"));
    }

    @Test
    void aDayThatBeginsAtOneBeginsAtOne() {
        // midnight was skipped in Beirut on that day
        Instant now = Instant.parse("2026-03-29T12:00:00Z");

        assertThat(TimeWords.read("today", now, ZoneId.of("Asia/Beirut")).period())
                .isEqualTo(period("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"));
    }

    private static Period period(String from, String until) {
        return new Period(Instant.parse(from), Instant.parse(until), true);
    }

    private static Timed read(String question) {
        return TimeWords.read(question, NOW.atZone(BERLIN).toInstant(), BERLIN);
    }

    private static void assertPeriod(String question, LocalDateTime from, LocalDateTime until, boolean strict) {
        @Nullable Period period = read(question).period();
        assertThat(period)
                .isEqualTo(new Period(
                        from.atZone(BERLIN).toInstant(), until.atZone(BERLIN).toInstant(), strict));
    }
}
