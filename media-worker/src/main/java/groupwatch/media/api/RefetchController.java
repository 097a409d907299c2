package groupwatch.media.api;

import groupwatch.kit.problem.ProblemException;
import groupwatch.media.fetch.Refetch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Files asked for again: of a message, of a chat, or all that failed. Asked twice it is done once. */
@RestController
class RefetchController {

    private final Refetch refetch;

    RefetchController(Refetch refetch) {
        this.refetch = refetch;
    }

    /**
     * Exactly one of: a message, a chat, all that failed.
     *
     * @param chat alone: all files of the chat that are not stored; with {@code messageId}: of which chat the message is
     */
    record Order(
            @Nullable String messageId,
            @Nullable String chat,
            @Nullable Boolean failed) {}

    /** How many files are asked for again. */
    record Answer(long files) {}

    @PostMapping("/media/refetch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer> refetch(@RequestBody Order order) {
        boolean failed = Boolean.TRUE.equals(order.failed());
        if (failed
                ? order.messageId() != null || order.chat() != null
                : order.messageId() == null && order.chat() == null) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-body", "Say one of messageId (and chat), chat, or failed: true.");
        }
        return asked(order, failed).map(Answer::new);
    }

    private Mono<Long> asked(Order order, boolean failed) {
        if (failed) {
            return refetch.failed();
        }
        String chat = order.chat();
        return order.messageId() == null && chat != null
                ? refetch.chat(chat)
                : refetch.message(String.valueOf(order.messageId()), chat);
    }
}
