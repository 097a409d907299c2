package groupwatch.dashboard.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The tokens that callers have been given, until there is a page to make them. Only their hashes are here. */
@ConfigurationProperties("groupwatch.security")
record AccessSettings(@DefaultValue List<Token> tokens) {

    AccessSettings {
        Set<String> names = new HashSet<>();
        for (Token token : tokens) {
            if (!names.add(token.name())) {
                throw new IllegalArgumentException(
                        "groupwatch.security.tokens takes each name once, but " + token.name() + " is there twice");
            }
        }
        tokens = List.copyOf(tokens);
    }

    /**
     * @param name of who has it; becomes the subject of what they do
     * @param sha256 of the token, 64 hexadecimal digits
     * @param scopes what they may do; {@code *} is everything
     * @param groups JIDs of the chats they may see; absent: all
     */
    record Token(
            String name,
            String sha256,
            @DefaultValue Set<String> scopes,
            @Nullable Set<String> groups) {

        Token {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException(
                        "groupwatch.security.tokens[n].name takes the name of who has the token");
            }
            if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException("groupwatch.security.tokens[n].sha256 of " + name
                        + " takes the 64 hexadecimal digits that sha256sum prints for the token");
            }
        }
    }
}
