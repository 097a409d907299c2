package groupwatch.simulator.calls;

import groupwatch.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A REST call that has ended.
 *
 * @param number counts them, in the order in which they ended
 * @param instance absent where the address names none
 * @param endpoint the path without the instance
 * @param watcher who said they were the one to act
 * @param begun microseconds since 1970, real time
 * @param ended when the answer was written or the connection ended
 * @param status 0: none was answered
 */
public record Call(
        long number,
        @Nullable String instance,
        String method,
        String path,
        String endpoint,
        @Nullable String watcher,
        long begun,
        long ended,
        int status) {

    public ObjectNode json() {
        return Json.object()
                .put("n", number)
                .put("instance", instance)
                .put("method", method)
                .put("path", path)
                .put("watcher", watcher)
                .put("begun", begun)
                .put("ended", ended)
                .put("status", status);
    }
}
