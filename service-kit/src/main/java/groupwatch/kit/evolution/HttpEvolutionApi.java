package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks Evolution API over HTTP. */
final class HttpEvolutionApi implements EvolutionApi {

    private static final int CHATS = 500;

    /** Above what an account can have: an Evolution that never comes to an end is left. */
    private static final int MOST_CHATS = 200_000;

    /** Of answers that stream: so many times what may pass between two parts of them. */
    private static final int LONGEST_STREAM = 5;

    private final EvolutionHttp http;
    private final InstanceGuards guards;
    private final Duration answerTimeout;
    private final Duration callTimeout;

    HttpEvolutionApi(EvolutionSettings settings, EvolutionHttp http, InstanceGuards guards) {
        this.http = http;
        this.guards = guards;
        this.answerTimeout = settings.answerTimeout();
        this.callTimeout = settings.callTimeout();
    }

    @Override
    public Mono<String> version(URI server) {
        return guards.guard(
                server.toString(),
                http.one(server, "", Request.get("/"), Bodies::small, Refusal.ANY)
                        .timeout(answerTimeout, late())
                        .map(InstanceAnswers::version));
    }

    @Override
    public Mono<InstanceRow> instance(EvolutionAddress address) {
        return ask(
                address,
                Request.get("/instance/fetchInstances?instanceName={name}", address.instance()),
                answer -> InstanceAnswers.row(answer, address.instance()));
    }

    @Override
    public Mono<String> state(EvolutionAddress address) {
        return ask(
                address,
                Request.get("/instance/connectionState/{instance}", address.instance()),
                InstanceAnswers::state);
    }

    @Override
    public Mono<Void> create(EvolutionAddress address, InstanceWebhook webhook, InstanceOptions options) {
        Map<String, Object> body = InstanceJson.created(address.instance(), webhook, options);
        return tell(address, Request.post("/instance/create", body), Function.identity());
    }

    @Override
    public Mono<ConnectAnswer> connect(EvolutionAddress address, @Nullable String number) {
        Request request = number == null
                ? Request.get("/instance/connect/{instance}", address.instance())
                : Request.get("/instance/connect/{instance}?number={number}", address.instance(), number);
        return ask(address, request, InstanceAnswers::connect);
    }

    @Override
    public Mono<Void> restart(EvolutionAddress address) {
        return tell(address, of("/instance/restart/{instance}", address, null), InstanceAnswers::restarted);
    }

    @Override
    public Mono<Void> logOut(EvolutionAddress address) {
        return tell(address, Request.delete("/instance/logout/{instance}", address.instance()), Function.identity());
    }

    @Override
    public Mono<Void> delete(EvolutionAddress address) {
        return tell(address, Request.delete("/instance/delete/{instance}", address.instance()), Function.identity());
    }

    @Override
    public Mono<InstanceWebhook> webhook(EvolutionAddress address) {
        return ask(address, Request.get("/webhook/find/{instance}", address.instance()), WebhookJson::read);
    }

    @Override
    public Mono<Void> setWebhook(EvolutionAddress address, InstanceWebhook webhook) {
        return tell(address, of("/webhook/set/{instance}", address, WebhookJson.set(webhook)), Function.identity());
    }

    @Override
    public Mono<InstanceOptions> options(EvolutionAddress address) {
        return ask(address, Request.get("/settings/find/{instance}", address.instance()), InstanceAnswers::options);
    }

    @Override
    public Mono<Void> setOptions(EvolutionAddress address, InstanceOptions options) {
        return tell(
                address, of("/settings/set/{instance}", address, InstanceJson.options(options)), Function.identity());
    }

    @Override
    public Flux<JsonNode> groups(EvolutionAddress address) {
        Request request = Request.get("/group/fetchAllGroups/{instance}?getParticipants=true", address.instance());
        return guards.guardGroup(place(address), elements(address, request).map(HttpEvolutionApi::whole));
    }

    @Override
    public Mono<JsonNode> group(EvolutionAddress address, String jid) {
        Request request = Request.get("/group/findGroupInfos/{instance}?groupJid={jid}", address.instance(), jid);
        return guards.guardGroup(place(address), json(address, request).map(HttpEvolutionApi::whole));
    }

    private static JsonNode whole(JsonNode group) {
        if (group.path("id").asString("").isEmpty()) {
            throw Troubles.noAnswer();
        }
        return group;
    }

    @Override
    public Mono<List<String>> chats(EvolutionAddress address) {
        return Mono.defer(() -> {
            Set<String> all = new LinkedHashSet<>();
            return Flux.range(0, MOST_CHATS / CHATS)
                    .concatMap(page -> chats(address, page * CHATS), 1)
                    .takeWhile(page -> all.addAll(page) && page.size() >= CHATS)
                    .then(Mono.fromSupplier(
                            () -> all.stream().filter(jid -> !jid.isEmpty()).toList()));
        });
    }

    private Mono<List<String>> chats(EvolutionAddress address, int skip) {
        Request request = of("/chat/findChats/{instance}", address, Map.of("take", CHATS, "skip", skip));
        return guards.guard(
                place(address),
                elements(address, request)
                        .map(chat -> chat.path("remoteJid").asString(""))
                        .take(MOST_CHATS)
                        .collectList()
                        .timeout(callTimeout, late()));
    }

    @Override
    public Mono<MessageRows> messages(EvolutionAddress address, MessageQuery query) {
        Request request = of("/chat/findMessages/{instance}", address, MessageStoreJson.question(query));
        return guards.guard(
                place(address),
                http.one(
                                address.server(),
                                address.key(),
                                request,
                                answer -> Bodies.page(answer, http.decoding())
                                        .onErrorMap(DataBufferLimitException.class, error -> tooLarge(query)),
                                Refusal.ANY)
                        .timeout(callTimeout, late())
                        .map(MessageStoreJson::rows));
    }

    private static EvolutionException tooLarge(MessageQuery query) {
        return new EvolutionException(
                Kind.REFUSED,
                "A page of " + query.size() + " messages of Evolution has more than "
                        + Bodies.LONGEST_PAGE / (1024 * 1024) + " MB: ask for smaller ones");
    }

    @Override
    public Mono<Boolean> isOnWhatsApp(EvolutionAddress address, String number) {
        return ask(
                address,
                of("/chat/whatsappNumbers/{instance}", address, Map.of("numbers", List.of(number))),
                HttpEvolutionApi::isThere);
    }

    private static boolean isThere(JsonNode answer) {
        JsonNode exists = answer.path(0).path("exists");
        if (!exists.isBoolean()) {
            throw Troubles.noAnswer();
        }
        return exists.booleanValue();
    }

    private static Request of(String path, EvolutionAddress address, @Nullable Object body) {
        return Request.post(path, body, address.instance());
    }

    /** @param read null: empty */
    private <T> Mono<T> ask(EvolutionAddress address, Request request, Function<JsonNode, @Nullable T> read) {
        return guards.guard(place(address), json(address, request).mapNotNull(read));
    }

    private Mono<Void> tell(EvolutionAddress address, Request request, Function<JsonNode, JsonNode> read) {
        return guards.guard(place(address), json(address, request).map(read)).then();
    }

    private Mono<JsonNode> json(EvolutionAddress address, Request request) {
        return http.one(address.server(), address.key(), request, Bodies::small, Refusal.ANY)
                .timeout(callTimeout, late());
    }

    private Flux<JsonNode> elements(EvolutionAddress address, Request request) {
        return http.many(address.server(), address.key(), request, Bodies::elements, Refusal.ANY)
                .timeout(answerTimeout, late())
                .takeUntilOther(
                        Mono.delay(answerTimeout.multipliedBy(LONGEST_STREAM)).then(late()));
    }

    private static <T> Mono<T> late() {
        return Mono.error(() -> new EvolutionException(Kind.AWAY, "Evolution does not answer in time"));
    }

    private static String place(EvolutionAddress address) {
        return address.server() + " " + address.instance();
    }
}
