package groupwatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document names what there is. */
class AsyncApiTest {

    private final JsonNode document =
            new YAMLMapper().readTree(AsyncApiTest.class.getResourceAsStream("/groupwatch/asyncapi.yaml"));

    @Test
    void namesEveryTopic() throws IllegalAccessException {
        Set<String> topics = new TreeSet<>();
        for (var field : Topics.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                topics.add((String) field.get(null));
            }
        }
        topics.add(Topics.deadLetter("{topic}", "{consumer}"));
        Set<String> addresses = new TreeSet<>();
        document.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").stringValue()));
        assertThat(addresses).isEqualTo(topics);
    }

    @Test
    void namesEveryPublishedEvent() {
        List<String> events = EventCodecTest.events().map(Class::getSimpleName).toList();
        Set<String> published = new TreeSet<>();
        for (String channel : List.of("messages", "groups", "media", "summaries", "reports", "links")) {
            published.addAll(
                    document.path("channels").path(channel).path("messages").propertyNames());
        }
        assertThat(published).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void namesEveryHeader() {
        Set<String> headers = new TreeSet<>(document.path("components")
                .path("schemas")
                .path("CloudEventHeaders")
                .path("properties")
                .propertyNames());
        assertThat(headers)
                .isEqualTo(new TreeSet<>(CloudEvents.headers("id", "/s", "T", java.time.Instant.EPOCH, "subject")
                        .keySet()));
    }

    @Test
    void refersOnlyToWhatExists() {
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).hasSizeGreaterThan(20);
        for (String reference : references) {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(AsyncApiTest.class.getResource("/groupwatch/" + reference))
                        .as(reference)
                        .isNotNull();
            }
        }
    }

    @Test
    void everySchemaFileIsValidJsonWithItsOwnAddress() throws java.io.IOException, java.net.URISyntaxException {
        var folder = Objects.requireNonNull(AsyncApiTest.class.getResource("/groupwatch/schemas/"));
        for (var file : Objects.requireNonNull(new java.io.File(folder.toURI()).listFiles())) {
            JsonNode schema = EventCodecTest.JSON.readTree(file);
            assertThat(schema.path("$id").stringValue()).endsWith("/schemas/" + file.getName());
            assertThat(Arrays.asList(schema.path("title").stringValue() + ".json"))
                    .containsExactly(file.getName());
        }
    }
}
