package groupwatch.kit.evolution;

import static groupwatch.kit.evolution.ClientRig.answer;
import static groupwatch.kit.evolution.ClientRig.failure;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FenceHandlerTest {

    @Test
    void writesNothingWhereTheFenceIsClosed() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answersAsRecorded("state_open");
            Fence closed = () -> false;

            assertThat(failure(closed.guard(rig.api.state(rig.address))).kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(failure(closed.guard(rig.api.restart(rig.address))).kind())
                    .isEqualTo(Kind.NOT_ASKED);
            assertThat(failure(closed.guard(rig.api.groups(rig.address).then())).kind())
                    .isEqualTo(Kind.NOT_ASKED);
            assertThat(rig.evolution.got()).isEmpty();
        }
    }

    @Test
    void writesNothingWhenItIsClosedWhileTheRequestIsMade() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answersAsRecorded("state_open");
            for (Function<Fence, Mono<?>> call : List.<Function<Fence, Mono<?>>>of(
                    fence -> fence.guard(rig.api.state(rig.address)),
                    fence -> fence.guard(rig.api.restart(rig.address)))) {
                AtomicInteger asked = new AtomicInteger();

                assertThat(failure(call.apply(() -> asked.getAndIncrement() == 0))
                                .kind())
                        .isEqualTo(Kind.NOT_ASKED);
            }
            assertThat(rig.evolution.got()).isEmpty();
        }
    }

    @Test
    void writesNothingWhenItIsClosedWhileTheCallWaits() {
        try (ClientRig rig = new ClientRig(ClientRig.Settings.USUAL.calls(1))) {
            rig.evolution.answersAsRecorded("state_open");
            AtomicBoolean open = new AtomicBoolean(true);
            Fence fence = open::get;
            answer(fence.guard(rig.api.state(rig.address)));

            CompletableFuture<String> second =
                    fence.guard(rig.api.state(rig.address)).toFuture();
            open.set(false);

            assertThat(failure(Mono.fromFuture(second)).kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(rig.evolution.got()).hasSize(1);
        }
    }

    @Test
    void asksEachRequestsOwnFenceOnTheConnectionsThread() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answersAsRecorded("state_open");
            AtomicReference<String> thread = new AtomicReference<>("");
            Fence open = () -> {
                thread.set(Thread.currentThread().getName());
                return true;
            };

            assertThat(answer(open.guard(rig.api.state(rig.address)))).isEqualTo("open");
            assertThat(thread.get()).contains("http-");
            // over the same connection, which has to forget the fence before
            Fence closed = () -> false;
            failure(closed.guard(rig.api.state(rig.address)));
            assertThat(answer(rig.api.state(rig.address))).isEqualTo("open");
            assertThat(rig.evolution.got()).hasSize(2);
        }
    }

    @Test
    void saysNothingAgainstTheInstance() {
        try (ClientRig rig = new ClientRig()) {
            rig.evolution.answersAsRecorded("state_open");
            Fence closed = () -> false;
            for (int call = 0; call < 20; call++) {
                failure(closed.guard(rig.api.state(rig.address)));
            }

            assertThat(answer(rig.api.state(rig.address))).isEqualTo("open");
        }
    }
}
