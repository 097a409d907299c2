package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.InstanceSettings;
import groupwatch.simulator.wire.Json;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /webhook} and {@code /settings} of an instance. */
@RestController
class ConfigurationController {

    private final Clock clock;

    ConfigurationController(Clock clock) {
        this.clock = clock;
    }

    @PostMapping("/webhook/set/{instance}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode setWebhook(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "webhook");
        var webhook = body.path("webhook");
        Demand.of("webhook", webhook, "enabled", "url");
        WebhookBody.checkEvents(webhook);
        var enabled = webhook.path("enabled").asBoolean(false);
        var url = webhook.path("url").asString("");
        if (enabled && !url.matches("(?i)https?://.+")) {
            throw EvolutionException.invalid(List.of("Invalid \"url\" property"));
        }
        if (enabled && !webhook.has("events")) {
            throw EvolutionException.unexpected(WebhookBody.NO_EVENTS);
        }
        var target = WebhookBody.target(webhook, enabled, instance.identity(), instance.webhook(), clock.instant());
        instance.webhook(target);
        return target.json(instance.id());
    }

    @GetMapping("/webhook/find/{instance}")
    JsonNode findWebhook(Instance instance) {
        var target = instance.webhook();
        return target == null ? NullNode.getInstance() : target.json(instance.id());
    }

    @PostMapping("/settings/set/{instance}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode setSettings(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, InstanceSettings.REQUIRED.toArray(String[]::new));
        instance.settings(InstanceSettings.of(body), clock.instant());
        var json = Json.object();
        json.putObject("settings").put("instanceName", instance.name()).set("settings", body);
        return json;
    }

    @GetMapping("/settings/find/{instance}")
    ObjectNode findSettings(Instance instance) {
        return instance.settings().json();
    }
}
