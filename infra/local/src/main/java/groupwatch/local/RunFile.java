package groupwatch.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code run.json}: what others need to reach a running suite, and the process ids by which the next start finds what a kill -9 left.
 *
 * @param gateway base URL for webhooks
 * @param api base URL of everything else
 * @param kafka bootstrap servers
 * @param postgres JDBC URL without credentials
 * @param apiToken bearer token with all scopes
 * @param webhookToken what a webhook must carry
 * @param simulator base URL of the simulator; absent when no demo runs
 * @param simulatorKey its API key
 * @param mail page of the mail catcher; absent when mails are sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunFile(
        String gateway,
        String api,
        String kafka,
        String postgres,
        String apiToken,
        String webhookToken,
        long pid,
        long brokerPid,
        long postgresPid,
        @Nullable String simulator,
        @Nullable String simulatorKey,
        @Nullable String mail) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What was written there last, if it can be read. */
    static Optional<RunFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            PrivateFile.write(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunFile withChildren(long broker, long postgresql) {
        return new RunFile(
                gateway,
                api,
                kafka,
                postgres,
                apiToken,
                webhookToken,
                pid,
                broker,
                postgresql,
                simulator,
                simulatorKey,
                mail);
    }

    @Override
    public String toString() {
        return "RunFile[pid=" + pid + "]";
    }
}
