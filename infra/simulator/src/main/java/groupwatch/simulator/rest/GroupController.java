package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.wire.GroupJson;
import groupwatch.simulator.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /group}: the groups of an instance and who is in them. */
@RestController
@RequestMapping("/group")
class GroupController {

    @GetMapping("/fetchAllGroups/{instance}")
    List<ObjectNode> all(Instance instance, @RequestParam(required = false) @Nullable String getParticipants) {
        if (getParticipants == null) {
            throw EvolutionException.badRequest("The getParticipants needs to be informed in the query");
        }
        var withParticipants = getParticipants.equals("true");
        return instance.groups().all().stream()
                .map(group -> group.info(withParticipants))
                .toList();
    }

    @GetMapping("/findGroupInfos/{instance}")
    ObjectNode one(Instance instance, @RequestParam(required = false) @Nullable String groupJid) {
        return group(instance, groupJid).info(true);
    }

    /** Also what links LIDs to numbers. */
    @GetMapping("/participants/{instance}")
    ObjectNode participants(Instance instance, @RequestParam(required = false) @Nullable String groupJid) {
        var participants = Json.array();
        group(instance, groupJid).participants().forEach(participant -> {
            var named = (ObjectNode) participant;
            var phone = named.has("phoneNumber") ? named.path("phoneNumber") : named.path("id");
            var name = instance.contacts()
                    .find(phone.asString(""))
                    .map(AddressBook.Entry::name)
                    .orElse(null);
            participants.add(named.put("name", name).putNull("imgUrl"));
        });
        var json = Json.object();
        json.set("participants", participants);
        return json;
    }

    private static GroupJson group(Instance instance, @Nullable String jid) {
        if (jid == null) {
            throw EvolutionException.badRequest("The group id needs to be informed in the query");
        }
        var whole = jid.contains("@") ? jid : jid + "@g.us";
        return instance.groups()
                .find(whole)
                .orElseThrow(() -> EvolutionException.notFound("Error fetching group", "Error: item-not-found"));
    }
}
