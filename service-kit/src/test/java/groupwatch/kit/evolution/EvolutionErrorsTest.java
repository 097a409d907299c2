package groupwatch.kit.evolution;

import static groupwatch.kit.evolution.ClientRig.failure;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class EvolutionErrorsTest {

    private final ClientRig rig = new ClientRig();
    private final StandIn evolution = rig.evolution;

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "no_key, KEY_REFUSED",
        "instance_duplicate, NAME_TAKEN",
        "instance_missing, NO_INSTANCE",
        "fetch_missing, NO_INSTANCE",
        "findGroupInfos_missing, REFUSED",
        "route_missing, REFUSED",
        "validation, REFUSED",
        "webhook_set_no_events, AWAY",
        "logout_closed, NOT_CONNECTED",
        "sendText_closed, NOT_CONNECTED",
    })
    void tellsRecordedRefusalsApart(String recorded, Kind kind) {
        evolution.answersAsRecorded(recorded);

        assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(kind);
        assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Forbidden | KEY_REFUSED",
                "400 | rate-overlimit | TOO_OFTEN",
                "500 | Error: rate-overlimit | TOO_OFTEN",
                "429 | Too many | TOO_OFTEN",
                "503 | LICENSE_REQUIRED | UNLICENSED",
                "503 | down | AWAY",
                "502 | <html> | AWAY",
                "408 | late | AWAY",
                "404 | no such thing | REFUSED",
            })
    void tellsOthersApart(int status, String message, Kind kind) {
        evolution.answers(status, error(status, message));

        assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(kind);
    }

    @Test
    void knowsThatAClosedInstanceIsNotRestarted() {
        evolution.answersAsRecorded("restart_closed");
        assertThat(failure(rig.api.restart(rig.address)).kind()).isEqualTo(Kind.NOT_CONNECTED);

        evolution.answers(200, "{\"error\":true,\"message\":\"Error: disk\"}");
        assertThat(failure(rig.api.restart(rig.address)).kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void knowsThatWhatsAppGivesNoMoreCodes() {
        evolution.answers(200, "{\"error\":true,\"message\":\"Error: rate-overlimit\"}");

        assertThat(failure(rig.api.connect(rig.address, "5511999990000")).kind())
                .isEqualTo(Kind.TOO_OFTEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | 17",
                "Sun, 29 Nov 2026 12:01:30 GMT | 90",
                "Sun, 29 Nov 2026 11:00:00 GMT | 0",
                "999999999 | 86400",
            })
    void saysHowLongToLeaveItAlone(String retryAfter, long seconds) {
        evolution.answers(response ->
                response.status(429).header("Retry-After", retryAfter).sendString(Mono.just("slow down")));

        EvolutionException failure = failure(rig.api.state(rig.address));

        assertThat(failure.kind()).isEqualTo(Kind.TOO_OFTEN);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void doesNotMakeUpHowLong() {
        evolution.answers(
                response -> response.status(429).header("Retry-After", "soon").sendString(Mono.just("slow down")));

        assertThat(failure(rig.api.state(rig.address)).retryAfter()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html>", "{\"instance\":", "{}", "[]", "7", "''"})
    void takesNothingForAnAnswerThatIsNone(String body) {
        evolution.answers(200, body);

        assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
        assertThat(failure(rig.api.messages(rig.address, new MessageQuery(null, null, null, 1, 1)))
                        .kind())
                .isEqualTo(Kind.AWAY);
    }

    @Test
    void doesNotTakeAnErrorForAGroup() {
        evolution.answers(200, "{\"error\":true,\"message\":\"x\"}");

        assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void tellsNeitherTheKeyNorWhatMessagesSay() {
        evolution.answers(
                500,
                error(500, "Invalid invocation: { conversation: 'meet me at nine' } key-of-this-test 5511999990001"));
        assertThat(told(failure(rig.api.state(rig.address)))).contains("500").doesNotContain("nine", "key-of", "5511");

        evolution.answers(200, "{\"messages\":{\"records\":[{\"conversation\":'meet me at nine'");
        assertThat(told(failure(rig.api.messages(rig.address, new MessageQuery(null, null, null, 1, 1)))))
                .doesNotContain("nine");

        evolution.answers(200, "[{\"id\":\"1@g.us\",\"subject\":nine");
        assertThat(told(failure(rig.api.groups(rig.address)))).doesNotContain("nine");
    }

    @Test
    void saysWhatIsWrongWithTheFormOfARequest() {
        evolution.answersAsRecorded("webhook_set_bad_event");

        assertThat(failure(rig.api.state(rig.address)))
                .hasMessageStartingWith(
                        "Evolution answered 400, refused: webhook.events[0] is not one of enum values: APPLICATION_STARTUP");
    }

    @Test
    void tellsWhatIsTheMatterWithAFile() {
        evolution.answersAsRecorded("getBase64_missing");
        assertThat(failure(file()).kind()).isEqualTo(Kind.NO_MESSAGE);

        evolution.answers(400, error(400, "The message is not of the media type"));
        assertThat(failure(file()).kind()).isEqualTo(Kind.NO_MEDIA);

        evolution.answers(400, error(400, "AxiosError: Request failed with status code 410"));
        assertThat(failure(file()))
                .hasMessage("Evolution answered 400, gone: status code 410")
                .extracting(EvolutionException::kind)
                .isEqualTo(Kind.GONE);

        evolution.answersAsRecorded("instance_missing");
        assertThat(failure(file()).kind()).isEqualTo(Kind.NO_INSTANCE);
    }

    private Mono<Long> file() {
        return rig.files.mediaOf("ciclo-01", "3AB4", OutputStream.nullOutputStream());
    }

    private static String error(int status, String message) {
        return "{\"status\":" + status + ",\"error\":\"E\",\"response\":{\"message\":[\"" + message + "\"]}}";
    }

    /** With its causes. */
    private static String told(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
