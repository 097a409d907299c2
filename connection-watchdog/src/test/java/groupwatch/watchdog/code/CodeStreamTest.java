package groupwatch.watchdog.code;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.testing.SettableClock;
import groupwatch.watchdog.code.CodeStream.Look;
import groupwatch.watchdog.code.CodeStream.Step;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a listener is told, look by look. */
class CodeStreamTest {

    private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final CodeStream stream = new CodeStream(clock);

    @Test
    void eachCodeIsShownOnce() {
        ShownCode first = code(AT);
        ShownCode second = code(AT.plusSeconds(45));
        assertThat(stream.next(new Look(false, null))).isInstanceOf(Step.Wait.class);
        assertThat(stream.next(new Look(false, first))).isEqualTo(new Step.Show(first));
        assertThat(stream.next(new Look(false, first))).isInstanceOf(Step.Wait.class);
        assertThat(stream.next(new Look(false, second))).isEqualTo(new Step.Show(second));
    }

    @Test
    void endsWhenTheAccountIsLinked() {
        Step open = stream.next(new Look(true, code(AT)));
        assertThat(open).isInstanceOf(Step.Open.class);
        assertThat(open.isLast()).isTrue();
    }

    @Test
    void endsWhenNoMoreCodesComeAndSaysWhatToDo() {
        stream.next(new Look(false, code(AT)));
        clock.advance(Duration.ofSeconds(25));
        assertThat(stream.next(new Look(false, null))).isInstanceOf(Step.Wait.class);
        clock.advance(Duration.ofSeconds(10));
        assertThat(stream.next(new Look(false, null)))
                .isInstanceOfSatisfying(
                        Step.Over.class, over -> assertThat(over.advice()).contains("Ask for a new one"));
    }

    @Test
    void tellsNoCodeInWhatItsTypesSayOfThemselves() {
        assertThat(new Step.Show(code(AT)).toString()).doesNotContain("secret");
        assertThat(new QrAnswer("secret", "secret", AT).toString()).doesNotContain("secret");
        assertThat(new PairingAnswer("secret", AT).toString()).doesNotContain("secret");
    }

    private static ShownCode code(Instant at) {
        return new ShownCode("secret", "secret", at, at.plusSeconds(50));
    }
}
