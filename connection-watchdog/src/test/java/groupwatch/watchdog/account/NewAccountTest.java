package groupwatch.watchdog.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewAccountTest {

    @Test
    void saysNeitherKeyNorNumber() {
        NewAccount account =
                new NewAccount("sales", URI.create("https://e.example.org"), "a-secret", "5511999990000", false);
        assertThat(account).hasToString("sales");
    }

    @Test
    void aServerThatIsNotNamedIsRefusedWhereSomeAre() {
        AccountSettings some = new AccountSettings(5, List.of(), List.of(URI.create("https://E.example.org:8443/")));
        assertThatCode(() -> some.demandAllowed(null)).doesNotThrowAnyException();
        assertThatCode(() -> some.demandAllowed(URI.create("https://e.example.org:8443")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> some.demandAllowed(URI.create("https://e.example.org")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).contains("groupwatch.watchdog.accounts.servers"));
        assertThatCode(() -> new AccountSettings(5, List.of(), List.of())
                        .demandAllowed(URI.create("https://anywhere.example.org")))
                .doesNotThrowAnyException();
    }
}
