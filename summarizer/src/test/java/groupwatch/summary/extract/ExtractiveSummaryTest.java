package groupwatch.summary.extract;

import static groupwatch.summary.extract.Told.amidTalk;
import static groupwatch.summary.extract.Told.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.Summary;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.scheduler.NonBlocking;
import reactor.test.StepVerifier;

class ExtractiveSummaryTest {

    private static final Wish NORMAL = new Wish(Locale.ENGLISH, Length.NORMAL);

    @Test
    void saysThatNoModelWroteItAndThatItCostNothing() {
        StepVerifier.create(new ExtractiveSummary().write(Told.transcript("Ana: The bus leaves at 9:00"), NORMAL))
                .assertNext(written -> {
                    assertThat(written.provider()).isEqualTo(Summary.EXTRACTIVE);
                    assertThat(written.model()).isEqualTo("signals-mmr-1");
                    assertThat(written.tokens()).isEqualTo(TokenCount.NONE);
                    assertThat(written.cost()).isZero();
                    assertThat(written.calls()).isZero();
                    assertThat(written.content().overview()).singleElement().satisfies(sentence -> {
                        assertThat(sentence.text()).isEqualTo("Ana: The bus leaves at 9:00");
                        assertThat(sentence.messages()).containsExactly("m1");
                    });
                })
                .verifyComplete();
    }

    @Test
    void reckonsOnThreadsThatMayBeBusy() {
        StepVerifier.create(new ExtractiveSummary()
                        .write(Told.transcript("Ana: The bus leaves at 9:00"), NORMAL)
                        .map(written -> Thread.currentThread()))
                .assertNext(thread -> assertThat(thread)
                        .isNotInstanceOf(NonBlocking.class)
                        .extracting(Thread::getName)
                        .asString()
                        .startsWith("summary-extract"))
                .verifyComplete();
    }

    @Test
    void stopsSoonWhenNobodyWaitsForIt() {
        var line = Told.transcript("Ana: We have decided that the bus leaves at 9:00, not at 8:00. Who brings tickets?")
                .lines();
        var endless = Told.transcript(Collections.nCopies(2_000_000, line.getFirst()));
        var subscription = new ExtractiveSummary().write(endless, NORMAL).subscribe();
        await().until(ExtractiveSummaryTest::isReckoned);

        subscription.dispose();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isReckoned());
    }

    @Test
    void itsThreadsEndWithTheServiceThatHasIt() {
        ExtractiveSummary summary;
        try (var service = new AnnotationConfigApplicationContext(ExtractiveSummary.class)) {
            summary = service.getBean(ExtractiveSummary.class);
        }

        StepVerifier.create(summary.write(Told.transcript("Ana: The bus leaves at 9:00"), NORMAL))
                .verifyError(RejectedExecutionException.class);
    }

    private static boolean isReckoned() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("summary-extract"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(Day.class.getName()));
    }

    @Test
    void tellsTheSameOfTheSameDay() {
        var day = Told.transcript(amidTalk(
                "Ana: The bus leaves at 9:00 from the school",
                "Bob: Who brings the tickets?",
                "Cy: Lunch is at 12:30"));
        assertThat(Told.of(day)).isEqualTo(Told.of(day));
    }

    @Test
    void findsDecisionsTasksQuestionsAndWhatIsUrgent() {
        var told = Told.of(amidTalk(
                "Ana: We decided that the fair is on Saturday at 10:00",
                "Bob: I'll bring the tables by Friday",
                "Cy: Has anyone seen the key of the shed?",
                "Dee: URGENT: water is coming through the ceiling of the hall"));
        assertThat(texts(told.decisions())).containsExactly("Ana: We decided that the fair is on Saturday at 10:00");
        assertThat(told.actionItems()).singleElement().satisfies(item -> {
            assertThat(item.text()).isEqualTo("I'll bring the tables by Friday");
            assertThat(item.who()).isEqualTo("Bob");
            assertThat(item.due()).isEqualTo("by Friday");
            assertThat(item.messages()).containsExactly("m2");
        });
        assertThat(texts(told.openQuestions())).containsExactly("Cy: Has anyone seen the key of the shed?");
        assertThat(texts(told.urgent()))
                .containsExactly("Dee: URGENT: water is coming through the ceiling of the hall");
    }

    @Test
    void givesATaskToWhoIsNamed() {
        var told = Told.of(amidTalk("Ana: Bob, please send me the list until Friday", "Bob Meyer: 👍"));
        assertThat(told.actionItems()).singleElement().satisfies(item -> {
            assertThat(item.who()).isEqualTo("Bob Meyer");
            assertThat(item.due()).isEqualTo("until Friday");
            assertThat(item.text()).startsWith("Ana: ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ficou decidido: a festa é no sábado dia 14",
                "Abbiamo deciso, si parte alle 8:30 dalla stazione",
                "Se ha decidido cerrar la oficina el 3 de agosto",
                "Beschlossen: die Feier ist am 20. Juni im Garten",
                "We decided to paint the fence on 2 May",
            })
    void readsTheLanguagesOfTheDemo(String decision) {
        assertThat(texts(Told.of(amidTalk("Ana: " + decision)).decisions())).containsExactly("Ana: " + decision);
    }

    @Test
    void leavesSmallTalkOutWhereThereIsMore() {
        var told =
                Told.of("Ana: good morning all", "Bob: 😂😂", "Cy: thanks!", "Dee: The gate code is 4471", "Eve: lol");
        assertThat(texts(told)).containsExactly("Dee: The gate code is 4471");
    }

    @Test
    void tellsSomethingOfADayOfGreetings() {
        var told = Told.of("Ana: Bom dia!", "Bob: good morning", "Cy: 🙏");
        assertThat(told.overview()).hasSize(1);
        assertThat(told.overview().getFirst().text()).matches("(Ana|Bob): .*");
    }

    @Test
    void tellsSomethingOfADayWithoutAWord() {
        assertThat(texts(Told.of("Ana: 😂", "Bob: ❤️"))).hasSize(1);
    }

    @Test
    void isNoLongerThanWished() {
        var chat = new String[200];
        for (var index = 0; index < chat.length; index++) {
            var words =
                    Integer.toString(1_000_003 * (index + 7), 36) + " " + Integer.toString(7_000_003 * (index + 9), 36);
            chat[index] = "P" + index % 9 + ": The price of " + words + " is " + (100 + index) + " euro on Friday";
        }
        for (var length : Length.values()) {
            assertThat(texts(Told.of(Told.transcript(chat), length))).hasSize(length.sentences());
        }
    }

    @Test
    void cutsLongMessagesBetweenSentences() {
        var padding = "This goes on about the weather and the neighbours and their dog for a while. ".repeat(6);
        var told =
                Told.of(amidTalk("Ana: " + padding + "The meeting is on Friday at 18:30 in the library. " + padding));
        assertThat(texts(told))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Ana: … ")
                        .endsWith(" …")
                        .contains("The meeting is on Friday at 18:30 in the library.")
                        .hasSizeLessThan(300));
    }

    @Test
    void quotesRightToLeftText() {
        var told = Told.of(
                "خالد: صباح الخير يا فريق",
                "خالد: القرار: نعمل بالمناطق ابتداءً من يوم الأحد الساعة 8:30",
                "عمر: تمام",
                "سلمى: هل عند أحد مخطط شبكة المياه لمبنى السنابل؟",
                "عمر: 😄");
        assertThat(texts(told.decisions()))
                .containsExactly("خالد: القرار: نعمل بالمناطق ابتداءً من يوم الأحد الساعة 8:30");
        assertThat(texts(told.openQuestions())).containsExactly("سلمى: هل عند أحد مخطط شبكة المياه لمبنى السنابل؟");
    }
}
