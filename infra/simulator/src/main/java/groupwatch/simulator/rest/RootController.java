package groupwatch.simulator.rest;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.webhook.OwnAddress;
import groupwatch.simulator.wire.Json;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the server says of itself. */
@RestController
class RootController {

    private final Instances instances;
    private final OwnAddress address;
    private final String version;

    RootController(Instances instances, OwnAddress address, SimulatorSettings settings) {
        this.version = settings.version();
        this.instances = instances;
        this.address = address;
    }

    @GetMapping("/")
    ObjectNode root() {
        return Json.object()
                .put("status", 200)
                .put(
                        "message",
                        "Welcome to the Groupwatch simulator of an Evolution API, it is working: there is no WhatsApp behind it")
                .put("version", version)
                .put("clientName", "groupwatch-simulator")
                .put("manager", address.serverUrl() + "/manager")
                .put("documentation", "infra/simulator/README.md")
                .put("whatsappWebVersion", "2.3000.0-simulated");
    }

    @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    String metrics() {
        var all = instances.all();
        var text = new StringBuilder();
        head(text, "evolution_environment_info", "Environment information");
        text.append(
                "evolution_environment_info{version=\"%s\",clientName=\"groupwatch-simulator\",serverUrl=\"%s\"} 1\n"
                        .formatted(version, address.serverUrl()));
        head(text, "evolution_instances_total", "Total number of instances");
        text.append("evolution_instances_total ").append(all.size()).append('\n');
        head(text, "evolution_instance_up", "1 if instance state is open, else 0");
        all.forEach(instance -> text.append("evolution_instance_up{instance=\"%s\",integration=\"%s\"} %d\n"
                .formatted(
                        instance.name(),
                        instance.identity().integration(),
                        instance.link().isOpen() ? 1 : 0)));
        head(text, "evolution_instance_state", "Instance state as a labelled metric");
        all.forEach(
                instance -> text.append("evolution_instance_state{instance=\"%s\",integration=\"%s\",state=\"%s\"} 1\n"
                        .formatted(
                                instance.name(),
                                instance.identity().integration(),
                                instance.link().state().word())));
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP %1$s %2$s\n# TYPE %1$s gauge\n".formatted(name, help));
    }
}
