package groupwatch.kit.evolution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One HTTP request.
 *
 * @param path from the slash on, with names in braces for variables
 * @param variables as they are: they are percent-encoded
 * @param body written as JSON; absent: none
 */
record Request(
        HttpMethod method,
        String path,
        List<Object> variables,
        @Nullable Object body) {

    static Request get(String path, Object... variables) {
        return new Request(HttpMethod.GET, path, List.of(variables), null);
    }

    static Request delete(String path, Object... variables) {
        return new Request(HttpMethod.DELETE, path, List.of(variables), null);
    }

    static Request post(String path, @Nullable Object body, Object... variables) {
        return new Request(HttpMethod.POST, path, List.of(variables), body);
    }
}
