package groupwatch.kit.evolution;

import static groupwatch.kit.evolution.ClientRig.answer;
import static groupwatch.kit.evolution.ClientRig.failure;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.ClientRig.Settings;
import groupwatch.kit.evolution.EvolutionException.Kind;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class InstanceGuardsTest {

    private static final String GROUP = "120363000000000101@g.us";

    @Test
    void asksAboutGroupsOnlySoOften() {
        try (ClientRig rig = new ClientRig(Settings.USUAL.groupCalls(3))) {
            rig.evolution.answersAsRecorded("findGroupInfos");
            answer(rig.api.group(rig.address, GROUP));
            answer(rig.api.group(rig.address, GROUP));
            answer(rig.api.groups(rig.address).next());

            assertThat(failure(rig.api.group(rig.address, GROUP)).kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(failure(rig.api.groups(rig.address)).kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(rig.evolution.got()).hasSize(3);

            answer(rig.api.group(rig.at("another"), GROUP));
            rig.evolution.answersAsRecorded("state_open");
            assertThat(answer(rig.api.state(rig.address))).isEqualTo("open");
        }
    }

    @Test
    void leavesAnInstanceAloneThatFailsAndNoOther() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answers(500, "");
            for (int call = 0; call < 5; call++) {
                assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
            }

            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(rig.evolution.got()).hasSize(5);

            rig.evolution.answersAsRecorded("state_open");
            assertThat(answer(rig.api.state(rig.at("another")))).isEqualTo("open");
        }
    }

    @Test
    void leavesAnInstanceAloneThatDoesNotAnswerInTime() {
        try (ClientRig rig = new ClientRig(Settings.USUAL.calls(Duration.ofMillis(200)))) {
            rig.evolution.answers(response -> Mono.never());
            for (int call = 0; call < 5; call++) {
                assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.AWAY);
            }

            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.NOT_ASKED);
        }
    }

    @Test
    void comesBackToItAfterThePause() {
        try (ClientRig rig = new ClientRig(Settings.USUAL.pause(Duration.ofMillis(500)))) {
            rig.evolution.answersAsRecorded("no_key");
            for (int call = 0; call < 5; call++) {
                assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.KEY_REFUSED);
            }
            assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.NOT_ASKED);

            rig.evolution.answersAsRecorded("state_open");
            Awaitility.await()
                    .ignoreExceptionsInstanceOf(EvolutionException.class)
                    .until(() -> answer(rig.api.state(rig.address)).equals("open"));
        }
    }

    @Test
    void countsNoRefusalOfAGoodServer() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answersAsRecorded("instance_missing");

            for (int call = 0; call < 12; call++) {
                assertThat(failure(rig.api.state(rig.address)).kind()).isEqualTo(Kind.NO_INSTANCE);
            }
        }
    }
}
