package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /chat/findContacts}: the people and groups that the instance remembers; without a page all of them. */
@RestController
class ContactQueryController {

    @PostMapping("/chat/findContacts/{instance}")
    List<ObjectNode> contacts(Instance instance, @RequestBody JsonNode body) {
        var where = body.path("where");
        var jid = where.path("remoteJid").asString("");
        var id = where.path("id").asString("");
        var name = where.path("pushName").asString("");
        var found = instance.contacts().all().stream()
                .filter(contact -> jid.isEmpty() || contact.jid().equals(jid))
                .filter(contact -> id.isEmpty() || contact.databaseId().equals(id))
                .filter(contact -> name.isEmpty() || name.equals(contact.name()));
        if (body.has("page") || body.has("offset")) {
            var size = Math.max(1, body.path("offset").asInt(MessageQueryController.PAGE));
            found = found.skip((Math.max(1, body.path("page").asInt(1)) - 1L) * size)
                    .limit(size);
        }
        return found.map(contact -> Rows.contact(contact, instance)).toList();
    }
}
