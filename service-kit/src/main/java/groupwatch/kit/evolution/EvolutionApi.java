package groupwatch.kit.evolution;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What Evolution API 2.3 is asked about an instance's link, settings, groups and messages. One HTTP request each, made at subscription,
 * with a time limit, a rate, and a circuit breaker for each instance; nothing is tried again here. Messages of errors quote neither keys nor
 * what Evolution says. Fails with {@link EvolutionException},
 * at once with {@link EvolutionException.Kind#NOT_ASKED} where a {@link Fence} of the subscriber's context is closed.
 */
public interface EvolutionApi {

    /** {@code GET /}: such as 2.3.7. The slowest of all calls: it looks up WhatsApp's own version. */
    Mono<String> version(URI server);

    /** {@code GET /instance/fetchInstances}: its row. */
    Mono<InstanceRow> instance(EvolutionAddress address);

    /** {@code GET /instance/connectionState}: {@code open}, {@code connecting}, {@code close}, {@code refused}. */
    Mono<String> state(EvolutionAddress address);

    /** {@code POST /instance/create}, not linked yet. {@link EvolutionException.Kind#NAME_TAKEN} where there is one of that name. */
    Mono<Void> create(EvolutionAddress address, InstanceWebhook webhook, InstanceOptions options);

    /**
     * {@code GET /instance/connect}: takes up the session it has, or begins to show codes.
     *
     * @param number digits of a phone, for a code to be typed there; absent: a QR code
     */
    Mono<ConnectAnswer> connect(EvolutionAddress address, @Nullable String number);

    /** {@code POST /instance/restart}. {@link EvolutionException.Kind#NOT_CONNECTED} when it is closed. */
    Mono<Void> restart(EvolutionAddress address);

    /** {@code DELETE /instance/logout}. {@link EvolutionException.Kind#NOT_CONNECTED} when it is closed. */
    Mono<Void> logOut(EvolutionAddress address);

    /** {@code DELETE /instance/delete}. */
    Mono<Void> delete(EvolutionAddress address);

    /** {@code GET /webhook/find}; empty when it has none. */
    Mono<InstanceWebhook> webhook(EvolutionAddress address);

    /** {@code POST /webhook/set}: the complete object. */
    Mono<Void> setWebhook(EvolutionAddress address, InstanceWebhook webhook);

    /** {@code GET /settings/find}. */
    Mono<InstanceOptions> options(EvolutionAddress address);

    /** {@code POST /settings/set}. */
    Mono<Void> setOptions(EvolutionAddress address, InstanceOptions options);

    /**
     * {@code GET /group/fetchAllGroups?getParticipants=true}: each as it came, as they are asked for; whoever takes longer for one than the
     * answer timeout loses the rest. Slow: one picture query a group. {@link EvolutionException.Kind#NOT_ASKED} when groups were asked about
     * often enough.
     */
    Flux<JsonNode> groups(EvolutionAddress address);

    /** {@code GET /group/findGroupInfos}: as it came. {@link EvolutionException.Kind#NOT_ASKED} when groups were asked about often enough. */
    Mono<JsonNode> group(EvolutionAddress address, String jid);

    /** {@code POST /chat/findChats}, some requests: JIDs of the chats it has, each once, the one that changed last first. */
    Mono<List<String>> chats(EvolutionAddress address);

    /**
     * {@code POST /chat/findMessages}: rows of its message store, newest first. {@link EvolutionException.Kind#REFUSED} when the page is larger
     * than 32 MB: smaller ones are to be asked for.
     */
    Mono<MessageRows> messages(EvolutionAddress address, MessageQuery query);

    /** {@code POST /chat/whatsappNumbers}: a question to WhatsApp's own servers over the link; whether WhatsApp knows the number. */
    Mono<Boolean> isOnWhatsApp(EvolutionAddress address, String number);
}
