package groupwatch.watchdog.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.order.OrderResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What people write, and what they are answered. */
class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({"5511999990000, 5511999990000", "+55 (11) 99999-0000, 5511999990000", "+351.912.345.678, 351912345678"})
    void isReadAsPeopleWriteIt(String written, String digits) {
        assertThat(PhoneNumber.digits(written)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "1234567",
                "0351912345678",
                "1234567890123456",
                "++5511999990000",
                "5511999990000@s.whatsapp.net"
            })
    void isRefusedWithASentence(String written) {
        assertThatThrownBy(() -> PhoneNumber.digits(written))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("8 to 15 digits");
    }

    @ParameterizedTest
    @CsvSource({"WZYEH1YY, WZYE-H1YY", "WZYE-H1YY, WZYE-H1YY", "123, 123"})
    void aPairingCodeIsShownAsPhonesShowIt(String code, String shown) {
        assertThat(ShownCode.inHalves(code)).isEqualTo(shown);
    }

    @Test
    void aNumberThatIsPairedTooOftenIsToWait() {
        ProblemException problem =
                CodeProblems.failed(new OrderResult.Failed("too-often", "Evolution answered 500, too often"));
        assertThat(problem.status().value()).isEqualTo(429);
        assertThat(problem.detail()).contains("1 to 24 hours");
    }

    @ParameterizedTest
    @EnumSource(LinkStatus.class)
    void everyStatusHasAnOlderWord(LinkStatus status) {
        assertThat(OlderState.of(status) == OlderState.READY)
                .isEqualTo(status == LinkStatus.OPEN || status == LinkStatus.DEGRADED);
    }

    static Stream<List<MediaType>> browsers() {
        return Stream.of(List.of(), MediaType.parseMediaTypes("image/avif,image/webp,image/*,*/*;q=0.8"));
    }

    @Test
    void aPictureIsAPngUnlessAnotherIsAskedFor() {
        browsers().forEach(accepted -> assertThat(QrFormat.of(null, accepted)).isEqualTo(QrFormat.PNG));
        assertThat(QrFormat.of(null, MediaType.parseMediaTypes("image/svg+xml")))
                .isEqualTo(QrFormat.SVG);
        assertThat(QrFormat.of(null, MediaType.parseMediaTypes("application/json")))
                .isEqualTo(QrFormat.JSON);
        assertThat(QrFormat.of("svg", MediaType.parseMediaTypes("application/json")))
                .isEqualTo(QrFormat.SVG);
        assertThatThrownBy(() -> QrFormat.of("gif", List.of())).hasMessageContaining("png, svg or json");
    }
}
