package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who join and leave, with and without a word. */
class MembersTest {

    private static final String SALES = Shop.SALES.jid();
    private static RunningSimulator simulator;
    private Account account;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        account = Account.open(simulator);
        simulator
                .bean(Instances.class)
                .find(account.name())
                .orElseThrow()
                .groups()
                .enter(Shop.ROOMS);
    }

    @Test
    void changesWhoIsInAGroupBehindEverybodysBack() {
        account.tell("members", """
                {"group": "%s", "add": ["5511988887777"], "remove": ["%s"]}""".formatted(SALES, Shop.CARLA.phone()));

        assertThat(numbers()).contains("5511988887777@s.whatsapp.net").doesNotContain(Shop.CARLA.phoneJid());
        assertThat(simulator
                        .get("/group/fetchAllGroups/" + account.name() + "?getParticipants=true")
                        .body()
                        .toString())
                .contains("5511988887777");
        assertThat(account.receiver().all()).isEmpty();
    }

    @Test
    void orTellsIt() {
        account.tell("members", """
                {"group": "%s", "add": ["5511988887777"], "told": true}""".formatted(SALES));

        await().until(() -> account.receiver().of("group-participants.update").size() == 1);
        var told = account.receiver().all().getFirst().json().path("data");
        assertThat(told.path("action").stringValue()).isEqualTo("add");
        assertThat(told.path("participants").path(0).path("phoneNumber").stringValue())
                .isEqualTo("5511988887777@s.whatsapp.net");
    }

    @Test
    void makesAGroupThatWasNotThere() {
        assertThat(account.tell("members", "{\"group\": \"120363000000000999@g.us\", \"add\": [\"5511988887777\"]}")
                        .status())
                .isEqualTo(404);
        account.tell(
                "members",
                "{\"group\": \"120363000000000999@g.us\", \"subject\": \"New\", \"add\": [\"5511988887777\"]}");

        assertThat(simulator
                        .get("/group/findGroupInfos/" + account.name() + "?groupJid=120363000000000999@g.us")
                        .body()
                        .path("subject")
                        .stringValue())
                .isEqualTo("New");
    }

    private List<String> numbers() {
        var numbers = new ArrayList<String>();
        simulator
                .get("/group/participants/" + account.name() + "?groupJid=" + SALES)
                .body()
                .path("participants")
                .forEach(participant ->
                        numbers.add(participant.path("phoneNumber").asString("")));
        return numbers;
    }
}
