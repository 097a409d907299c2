package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.WebClientException;
import tools.jackson.core.JacksonException;

/** What goes wrong between us and Evolution, as {@link EvolutionException}. */
final class Troubles {

    private Troubles() {}

    static boolean areOurs(Throwable error) {
        return error instanceof WebClientException
                || error instanceof TimeoutException
                || error instanceof IOException
                // also its own kind of timeout
                || error instanceof ChannelException
                || isUnreadable(error)
                || error instanceof DataBufferLimitException;
    }

    static EvolutionException translated(Throwable error) {
        // the fence's error comes wrapped as whatever went wrong with a connection
        if (error.getCause() instanceof EvolutionException own) {
            return own;
        }
        if (error instanceof DataBufferLimitException) {
            return new EvolutionException(Kind.AWAY, "Evolution's answer is longer than it can be");
        }
        if (isUnreadable(error)) {
            // without its cause, whose message quotes what it could not read
            return noAnswer();
        }
        return new EvolutionException(
                Kind.AWAY,
                "Evolution does not answer, or not to the end: "
                        + error.getClass().getSimpleName(),
                error);
    }

    static EvolutionException noAnswer() {
        return new EvolutionException(Kind.AWAY, "Evolution's answer is none that can be read");
    }

    private static boolean isUnreadable(Throwable error) {
        return error instanceof JacksonException || error instanceof CodecException;
    }
}
