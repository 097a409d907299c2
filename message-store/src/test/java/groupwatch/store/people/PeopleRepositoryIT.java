package groupwatch.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.TestStore;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who somebody is does not depend on who else is asked for. */
@WithPostgres
class PeopleRepositoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PHONE = "5511988880001@s.whatsapp.net";
    private static final String GREATER = "5511988880002@s.whatsapp.net";
    private static final String LID = "177770000000001@lid";
    private static final String OF_BOTH = "177770000000002@lid";

    @Test
    void aLidOfTwoNumbersIsTheGreatersHoweverItIsReached(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            Stream.of(LID + PHONE, OF_BOTH + PHONE, OF_BOTH + GREATER)
                    .map(link -> link.split("(?<=@lid)"))
                    .forEach(link -> store.get(DatabaseClient.class)
                            .sql("INSERT INTO identity_links (lid, phone) VALUES ($1, $2)")
                            .bind(0, link[0])
                            .bind(1, link[1])
                            .then()
                            .block(PATIENCE));

            Stream.of(Set.of(LID), Set.of(PHONE), Set.of(LID, PHONE), Set.of(LID, PHONE, OF_BOTH, GREATER))
                    .forEach(asked -> {
                        People people = Objects.requireNonNull(
                                store.get(PeopleRepository.class).behind(asked).block(PATIENCE));
                        assertThat(store.get(PeopleRepository.class)
                                        .identitiesOf(asked)
                                        .block(PATIENCE))
                                .as("identities of %s", asked)
                                .containsAll(Set.of(PHONE, LID))
                                .hasSize(asked.contains(GREATER) ? 4 : 2);
                        assertThat(people.person(asked.contains(LID) ? LID : PHONE)
                                        .lid())
                                .as("asked for %s", asked)
                                .isEqualTo(LID);
                    });
        }
    }
}
