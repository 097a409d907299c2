package groupwatch.simulator.rest;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Identity;
import groupwatch.simulator.instance.InstanceSettings;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.instance.Links;
import groupwatch.simulator.play.Scenarios;
import groupwatch.simulator.play.Stories;
import groupwatch.simulator.webhook.WebhookTarget;
import groupwatch.simulator.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The instance that is there from the start, when the settings want one. */
@Component
class DemoStart {

    /** What the suite asks of a real one; the rest is noise. */
    private static final List<String> EVENTS = List.of(
            "MESSAGES_UPSERT",
            "MESSAGES_SET",
            "MESSAGES_EDITED",
            "MESSAGES_UPDATE",
            "MESSAGES_DELETE",
            "SEND_MESSAGE",
            "SEND_MESSAGE_UPDATE",
            "GROUPS_UPSERT",
            "GROUP_PARTICIPANTS_UPDATE",
            "CONTACTS_UPSERT",
            "CONTACTS_UPDATE",
            "CALL",
            "CONNECTION_UPDATE",
            "QRCODE_UPDATED",
            "LOGOUT_INSTANCE",
            "REMOVE_INSTANCE",
            "STATUS_INSTANCE");

    private final SimulatorSettings.Demo demo;
    private final Instances instances;
    private final Links links;
    private final Stories stories;
    private final Background background;
    private final Clock clock;

    DemoStart(
            SimulatorSettings settings,
            Scenarios scenarios,
            Instances instances,
            Links links,
            Stories stories,
            Background background,
            Clock clock) {
        this.demo = settings.demo();
        this.instances = instances;
        this.links = links;
        this.stories = stories;
        this.background = background;
        this.clock = clock;
        if (demo.enabled() && !scenarios.know(demo.scenario())) {
            throw new InvalidConfigurationPropertyValueException(
                    "groupwatch.simulator.demo.scenario", demo.scenario(), "It is none of " + scenarios.names() + ".");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!demo.enabled()) {
            return;
        }
        var now = clock.instant();
        var token = demo.token().isEmpty() ? UUID.randomUUID().toString() : demo.token();
        var identity = new Identity(demo.instance(), token, Identity.BAILEYS, null, null, now);
        instances
                .create(identity, InstanceSettings.of(Json.object()), webhook(identity, now))
                .ifPresent(instance -> background.start(
                        instance,
                        "demo",
                        links.open(instance)
                                .then(Mono.fromRunnable(() ->
                                        stories.play(instance, demo.scenario(), demo.seed(), demo.stateFile())))));
    }

    private @Nullable WebhookTarget webhook(Identity identity, Instant now) {
        if (demo.webhookUrl().isEmpty()) {
            return null;
        }
        Map<String, String> headers =
                demo.webhookToken().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + demo.webhookToken());
        return new WebhookTarget(
                identity.rowId("webhook"), true, demo.webhookUrl(), false, false, headers, EVENTS, now, now);
    }
}
