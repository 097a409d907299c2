package groupwatch.kit.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the edge has established it.
 *
 * @param groups JIDs of the chats the caller may see; absent means every chat, empty means none
 */
public record Caller(
        String subject, Set<String> scopes, @Nullable Set<String> groups) {

    public Caller {
        scopes = Set.copyOf(scopes);
        groups = groups == null ? null : Set.copyOf(groups);
    }

    /** A service of the suite asking on its own behalf: all chats, the given scopes. */
    public static Caller service(String name, String... scopes) {
        return new Caller(name, Set.of(scopes), null);
    }

    public boolean has(String scope) {
        return scopes.contains(scope) || scopes.contains(Scopes.ALL);
    }

    public boolean mayRead(String chat) {
        return groups == null || groups.contains(chat);
    }
}
