package groupwatch.watchdog.account;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.evolution.EvolutionSettings;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.secret.UnopenableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where accounts' instances are, and the keys to them. */
@Component
public class Addresses {

    static final String PURPOSE = "evolution-key";
    private static final Duration KEY_IS_KEPT = Duration.ofSeconds(30);

    private final EvolutionSettings settings;
    private final SuiteSecret secret;
    private final Mono<String> suiteKey;

    Addresses(EvolutionSettings settings, SuiteSecret secret) {
        this.settings = settings;
        this.secret = secret;
        this.suiteKey = Mono.fromCallable(this::readSuiteKey)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(key -> KEY_IS_KEPT, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Fails with {@code NOT_CONFIGURED} when nobody said where, with {@code KEY_REFUSED} when its key is not to be had. */
    public Mono<EvolutionAddress> of(Account account) {
        URI server = Objects.requireNonNullElse(account.server(), settings.url());
        if (server == null) {
            return Mono.error(new EvolutionException(Kind.NOT_CONFIGURED, "groupwatch.evolution.url is not set"));
        }
        URI plain = URI.create(server.toString().replaceAll("/+$", ""));
        return key(account.sealedKey()).map(key -> new EvolutionAddress(plain, key, account.id()));
    }

    private Mono<String> key(@Nullable String sealed) {
        return sealed == null
                ? suiteKey
                : Mono.fromCallable(() -> secret.open(PURPOSE, sealed))
                        .onErrorMap(
                                UnopenableException.class,
                                error -> new EvolutionException(
                                        Kind.KEY_REFUSED, "The account's key was sealed with another key file", error));
    }

    /** Each half a minute: a key can be changed without a restart. */
    private String readSuiteKey() {
        if (settings.keyFile() == null) {
            return Objects.requireNonNullElse(settings.key(), "");
        }
        try {
            return Files.readString(settings.keyFile(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new EvolutionException(Kind.KEY_REFUSED, "groupwatch.evolution.key-file cannot be read", e);
        }
    }
}
