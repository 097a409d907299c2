package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Identity;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.InstanceSettings;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.instance.LinkState;
import groupwatch.simulator.instance.Links;
import groupwatch.simulator.webhook.OwnAddress;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.LinkJson;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /instance}: instances come, are paired, and go. */
@RestController
@RequestMapping("/instance")
class InstanceController {

    private static final Set<String> INTEGRATIONS = Set.of(Identity.BAILEYS, Identity.EVOLUTION, Identity.CLOUD_API);

    private final Instances instances;
    private final Links links;
    private final ApiKeys keys;
    private final OwnAddress address;
    private final Clock clock;

    InstanceController(Instances instances, Links links, ApiKeys keys, OwnAddress address, Clock clock) {
        this.instances = instances;
        this.links = links;
        this.keys = keys;
        this.address = address;
        this.clock = clock;
    }

    @PostMapping("/create")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ObjectNode> create(@RequestBody JsonNode body, ServerWebExchange exchange) {
        var name = body.path("instanceName").asString("").strip();
        if (instances.find(name).isPresent()) {
            throw taken(name);
        }
        keys.demandGlobal(exchange);
        Demand.properties(body, "instanceName");
        if (name.isEmpty()) {
            throw EvolutionException.invalid(List.of("instanceName does not meet minimum length of 1"));
        }
        var instance = create(name, body);
        var answer = InstanceJson.created(instance, address.serverUrl());
        var told = instance.outbox().send(LinkJson.lifecycle("instance.create", name, instance.id()));
        return told.thenReturn(answer)
                .flatMap(created ->
                        body.path("qrcode").asBoolean(false) ? withCode(created, instance) : Mono.just(created));
    }

    private Instance create(String name, JsonNode body) {
        var integration = body.path("integration").asString("").toUpperCase(Locale.ROOT);
        if (!INTEGRATIONS.contains(integration)) {
            throw EvolutionException.badRequest("Invalid integration");
        }
        var webhook = body.path("webhook");
        if (webhook.isObject() && !webhook.has("events")) {
            throw EvolutionException.badRequest(WebhookBody.NO_EVENTS);
        }
        WebhookBody.checkEvents(webhook);
        var now = clock.instant();
        var token = body.path("token").asString("");
        var identity = new Identity(
                name,
                token.isEmpty() ? UUID.randomUUID().toString().toUpperCase(Locale.ROOT) : token,
                integration,
                body.hasNonNull("number") ? body.path("number").asString("") : null,
                body.hasNonNull("businessId") ? body.path("businessId").asString("") : null,
                now);
        var target = webhook.isObject() ? WebhookBody.target(webhook, true, identity, null, now) : null;
        return instances.create(identity, InstanceSettings.of(body), target).orElseThrow(() -> taken(name));
    }

    private Mono<ObjectNode> withCode(ObjectNode created, Instance instance) {
        links.connect(instance, instance.identity().number());
        return links.nextCode(instance).map(code -> {
            created.set("qrcode", code.json());
            return created;
        });
    }

    @GetMapping("/connect/{instance}")
    ObjectNode connect(Instance instance, @RequestParam(required = false) @Nullable String number) {
        if (instance.link().isOpen()) {
            return InstanceJson.state(instance);
        }
        var refusal = instance.link().refusal();
        if (refusal != null) {
            return InstanceJson.failed(refusal);
        }
        links.connect(instance, number == null ? instance.identity().number() : number);
        return code(instance);
    }

    private static ObjectNode code(Instance instance) {
        var code = instance.link().code();
        return code == null ? Json.object().put("count", 0) : code.json();
    }

    @GetMapping("/connectionState/{instance}")
    ObjectNode state(Instance instance) {
        return InstanceJson.state(instance);
    }

    @GetMapping("/fetchInstances")
    List<ObjectNode> fetch(
            @RequestParam(required = false) @Nullable String instanceName,
            @RequestParam(required = false) @Nullable String instanceId,
            @RequestParam(required = false) @Nullable String number,
            ServerWebExchange exchange) {
        var visible = keys.isGlobal(exchange)
                ? instances.all()
                : List.of(instances.withToken(ApiKeys.given(exchange)).orElseThrow(EvolutionException::unauthorized));
        var found = visible.stream()
                .filter(instance -> instanceName == null || instance.name().equals(instanceName))
                .filter(instance -> instanceId == null || instance.id().equals(instanceId))
                .filter(instance ->
                        number == null || number.equals(instance.identity().number()))
                .map(InstanceJson::row)
                .toList();
        if (found.isEmpty() && instanceName != null) {
            throw EvolutionException.notFound("Instance \"" + instanceName + "\" not found");
        }
        return found;
    }

    /** One that connects is connected anew, one that shows codes goes on showing them, one that is closed stays so. */
    @PostMapping("/restart/{instance}")
    Mono<ObjectNode> restart(Instance instance) {
        var link = instance.link();
        if (link.state() == LinkState.CONNECTING && !link.session()) {
            return Mono.just(code(instance));
        }
        if (!link.isOpen() && link.state() != LinkState.CONNECTING) {
            return Mono.just(InstanceJson.failed("[object Object]"));
        }
        return links.restart(instance).then(Mono.fromSupplier(() -> InstanceJson.state(instance)));
    }

    @DeleteMapping("/logout/{instance}")
    Mono<ObjectNode> logOut(Instance instance) {
        if (!instance.link().isOpen()) {
            throw EvolutionException.badRequest("The \"" + instance.name() + "\" instance is not connected");
        }
        return links.logOut(instance).thenReturn(InstanceJson.success("Instance logged out"));
    }

    @DeleteMapping("/delete/{instance}")
    Mono<ObjectNode> delete(Instance instance) {
        return links.remove(instance, instances).thenReturn(InstanceJson.success("Instance deleted"));
    }

    private static EvolutionException taken(String name) {
        return EvolutionException.forbidden("This name \"" + name + "\" is already in use.");
    }
}
