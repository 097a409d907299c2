package groupwatch.kit.evolution;

import java.util.LinkedHashMap;
import java.util.Map;

/** What Evolution is told of instances. */
final class InstanceJson {

    private InstanceJson() {}

    /** Not linked yet: whoever links it asks for a code. */
    static Map<String, Object> created(String name, InstanceWebhook webhook, InstanceOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("instanceName", name);
        json.put("integration", "WHATSAPP-BAILEYS");
        json.put("qrcode", false);
        json.putAll(options(options));
        json.put("webhook", WebhookJson.created(webhook));
        return json;
    }

    static Map<String, Object> options(InstanceOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rejectCall", options.rejectCall());
        json.put("msgCall", options.msgCall());
        json.put("groupsIgnore", options.groupsIgnore());
        json.put("alwaysOnline", options.alwaysOnline());
        json.put("readMessages", options.readMessages());
        json.put("readStatus", options.readStatus());
        json.put("syncFullHistory", options.syncFullHistory());
        return json;
    }
}
