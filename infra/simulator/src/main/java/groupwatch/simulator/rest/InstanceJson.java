package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.LinkState;
import groupwatch.simulator.webhook.WebhookTarget;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Instances in answers. */
final class InstanceJson {

    private InstanceJson() {}

    static ObjectNode state(Instance instance) {
        var json = Json.object();
        json.putObject("instance")
                .put("instanceName", instance.name())
                .put("state", instance.link().state().word());
        return json;
    }

    static ObjectNode created(Instance instance, String serverUrl) {
        var identity = instance.identity();
        var cloud = identity.integration().equals("WHATSAPP-BUSINESS");
        var json = Json.object();
        json.putObject("instance")
                .put("instanceName", instance.name())
                .put("instanceId", instance.id())
                .put("integration", identity.integration())
                .put("webhookWaBusiness", cloud ? serverUrl + "/webhook/meta" : null)
                .put("accessTokenWaBusiness", cloud ? ChannelController.VERIFY_TOKEN : "")
                .put("status", instance.link().state().word());
        json.put("hash", identity.token()).set("webhook", webhook(instance.webhook()));
        for (var other : new String[] {"websocket", "rabbitmq", "nats", "sqs"}) {
            json.putObject(other);
        }
        json.set("settings", instance.settings().json());
        return json;
    }

    private static ObjectNode webhook(@Nullable WebhookTarget webhook) {
        var json = Json.object();
        return webhook == null
                ? json
                : json.put("webhookUrl", webhook.url())
                        .put("webhookByEvents", webhook.byEvents())
                        .put("webhookBase64", webhook.base64());
    }

    /** A row of the instance table; its state lags behind nothing here. */
    static ObjectNode row(Instance instance) {
        var identity = instance.identity();
        var ending = instance.link().ending();
        var known = instance.link().state() == LinkState.OPEN || ending != null;
        var json = Json.object()
                .put("id", instance.id())
                .put("name", instance.name())
                .put("connectionStatus", instance.link().state().word())
                .put("ownerJid", known ? instance.account().phoneJid() : null)
                .put("profileName", known ? instance.account().name() : null)
                .putNull("profilePicUrl")
                .put("integration", identity.integration())
                .put("number", identity.number())
                .put("businessId", identity.businessId())
                .put("token", identity.token())
                .put("clientName", "groupwatch-simulator")
                .put("disconnectionReasonCode", ending == null ? null : (Integer) ending.reason())
                .put("disconnectionObject", ending == null ? null : ending.details())
                .put("disconnectionAt", ending == null ? null : Times.iso(ending.at()))
                .put("createdAt", Times.iso(identity.createdAt()))
                .put("updatedAt", Times.iso(instance.updatedAt()));
        for (var other : new String[] {"Chatwoot", "Proxy", "Rabbitmq", "Nats", "Sqs", "Websocket"}) {
            json.putNull(other);
        }
        var setting = json.putObject("Setting").put("id", identity.rowId("setting"));
        setting.setAll(instance.settings().json());
        setting.put("createdAt", Times.iso(identity.createdAt()))
                .put("updatedAt", Times.iso(instance.updatedAt()))
                .put("instanceId", instance.id());
        json.putObject("_count")
                .put("Message", instance.messages().size())
                .put("Contact", instance.contacts().size())
                .put("Chat", instance.chats().size());
        return json;
    }

    /** Failures of a link are answered with 200. */
    static ObjectNode failed(String message) {
        return Json.object().put("error", true).put("message", message);
    }

    static ObjectNode success(String message) {
        var json = Json.object().put("status", "SUCCESS").put("error", false);
        json.putObject("response").put("message", message);
        return json;
    }
}
