package groupwatch.watchdog.resync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunChatTest {

    @Test
    void aRefusedPageIsAskedForWithHalfTheRowsDownToTenAndNothingBeforeItIsPassedOver() {
        RunChat chat = new RunChat(new UUID(0, 1), "", false, Instant.EPOCH, Instant.EPOCH, 4, 100, null, 0);
        for (int size : new int[] {50, 25, 12, 10, 10}) {
            int read = (chat.page() - 1) * chat.size();
            chat = chat.smaller();
            assertThat(chat.size()).isEqualTo(size);
            assertThat((chat.page() - 1) * size).isBetween(read - size, read);
        }
    }

    @Test
    void aBatchThatIsSmallAnywayStaysAsItIs() {
        RunChat chat = new RunChat(new UUID(0, 1), "", false, Instant.EPOCH, Instant.EPOCH, 3, 4, null, 0);
        assertThat(chat.smaller()).isEqualTo(chat);
    }
}
