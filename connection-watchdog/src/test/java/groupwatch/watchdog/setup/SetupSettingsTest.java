package groupwatch.watchdog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SetupSettingsTest {

    private static final String TOKEN = "groupwatch.watchdog.setup.webhook-token";

    private final ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void asksForAllThatTheSuiteReads() {
        service.withPropertyValues(TOKEN + "=s3cret-of-ours").run(context -> {
            SetupSettings settings = context.getBean(SetupSettings.class);
            assertThat(settings.token()).isEqualTo("s3cret-of-ours");
            assertThat(settings.events())
                    .hasSize(23)
                    .contains("MESSAGES_UPSERT", "GROUP_PARTICIPANTS_UPDATE", "LOGOUT_INSTANCE")
                    .doesNotContain("GROUPS_UPDATE", "PRESENCE_UPDATE", "CHATS_UPDATE");
            assertThat(settings.base64()).isFalse();
            assertThat(settings.recreateMissing()).isTrue();
            assertThat(settings.toString()).doesNotContain("s3cret");
            assertThat(context.getBean(GatewayUrl.class).webhook())
                    .isEqualTo("http://127.0.0.1:8086/webhook/evolution");
        });
    }

    @ParameterizedTest
    @CsvSource({"short", "with blanks in it", "''"})
    void doesNotStartWithAWrongSecretAndDoesNotTellIt(String secret) {
        service.withPropertyValues(TOKEN + "=" + secret)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith(TOKEN)
                        .hasMessageContaining("it takes one of the gateway's groupwatch.ingest.secrets")
                        .hasMessageNotContaining("blanks in it"));
    }

    @Test
    void doesNotStartWithoutASecret() {
        service.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageStartingWith(TOKEN + " is not set: it takes"));
    }

    @Test
    void readsTheSecretFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "s3cret-of-ours\n");
        service.withPropertyValues(TOKEN + "-file=" + file)
                .run(context ->
                        assertThat(context.getBean(SetupSettings.class).token()).isEqualTo("s3cret-of-ours"));
        service.withPropertyValues(TOKEN + "-file=" + folder)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith(TOKEN + "-file names no file with a secret"));
        service.withPropertyValues(TOKEN + "-file=" + file, TOKEN + "=s3cret-of-ours")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith(TOKEN + " and webhook-token-file are both set"));
    }

    @Test
    void takesOnlyNamesOfEvents() {
        service.withPropertyValues(TOKEN + "=s3cret-of-ours", "groupwatch.watchdog.setup.events=messages.upsert")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("groupwatch.watchdog.setup.events takes one or more"));
    }

    @Test
    void takesTheGatewaysAddressAsEvolutionSeesIt() {
        service.withPropertyValues(TOKEN + "=s3cret-of-ours", "groupwatch.gateway-url=https://gw.example.org/in/")
                .run(context -> assertThat(context.getBean(GatewayUrl.class).webhook())
                        .isEqualTo("https://gw.example.org/in/webhook/evolution"));
        service.withPropertyValues(TOKEN + "=s3cret-of-ours", "groupwatch.gateway-url=gw.example.org:8086")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("groupwatch.gateway-url takes an address"));
    }
}
