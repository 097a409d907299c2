package groupwatch.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message is made of. */
public sealed interface Content {

    record Text(String text) implements Content {}

    record Image(@Nullable String caption) implements Content {}

    /** @param size bytes at least */
    record Video(@Nullable String caption, int seconds, long size) implements Content {

        public Video(@Nullable String caption, int seconds) {
            this(caption, seconds, 0);
        }
    }

    /** @param spoken what is said in it, for whoever transcribes it */
    record Voice(int seconds, String spoken) implements Content {}

    /** @param text what stands in it */
    record Document(
            String fileName,
            String mime,
            int pages,
            @Nullable String caption,
            String text) implements Content {}

    record Sticker() implements Content {}

    record Poll(String question, List<String> options) implements Content {}

    record Place(String name, String address, double latitude, double longitude) implements Content {}

    record Card(String name, String phone) implements Content {}
}
