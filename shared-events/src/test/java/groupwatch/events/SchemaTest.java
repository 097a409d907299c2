package groupwatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groupwatch.events.message.MessageType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas say what the records say: the same fields, of the same kinds, always there or not. */
class SchemaTest {

    private static final String ID = "https://groupwatch.dev/schemas/";

    static Stream<Class<?>> events() {
        return EventCodecTest.events();
    }

    @TestFactory
    Stream<DynamicTest> describesEveryRecord() {
        return reachable().keySet().stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> compare(type, schema(type))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void acceptsTheSample(Class<?> event) {
        assertThat(validator(event).validate(EventCodecTest.JSON.readTree(EventCodecTest.sample(event))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAnEventWithoutItsParts(Class<?> event) {
        ObjectNode sample = (ObjectNode) EventCodecTest.JSON.readTree(EventCodecTest.sample(event));
        for (String name : List.copyOf(sample.propertyNames())) {
            if (schema(event).path("required").toString().contains('"' + name + '"')) {
                ObjectNode without = sample.deepCopy();
                without.remove(name);
                assertThat(validator(event).validate(without))
                        .as("without " + name)
                        .isNotEmpty();
            }
        }
        sample.put("occurredAt", 5);
        assertThat(validator(event).validate(sample)).isNotEmpty();
    }

    private static void compare(Class<?> type, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        Set<String> names = new TreeSet<>(properties.propertyNames());
        names.remove(PublishedEvent.class.isAssignableFrom(type) ? "type" : "");
        assertThat(names)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        required.remove(PublishedEvent.class.isAssignableFrom(type) ? "type" : "");
        assertThat(required)
                .as("always there")
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .filter(SchemaTest::alwaysThere)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = properties.path(component.getName());
            assertThat(property.path("description").asString(""))
                    .as(component + " is described")
                    .endsWith(".");
            assertKind(component.getGenericType(), property);
        }
    }

    private static boolean alwaysThere(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        boolean skippable = include != null && include.value() == JsonInclude.Include.NON_DEFAULT;
        boolean list = component.getType() == List.class;
        boolean kept = include != null && include.value() == JsonInclude.Include.ALWAYS;
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !skippable && (!list || kept);
    }

    private static void assertKind(Type type, JsonNode property) {
        if (type instanceof ParameterizedType list && list.getRawType() instanceof Class<?> raw) {
            assertThat(Collection.class).isAssignableFrom(raw);
            assertThat(property.path("type").asString()).isEqualTo("array");
            assertKind(list.getActualTypeArguments()[0], property.path("items"));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            assertThat(property.path("$ref").asString()).endsWith(record.getSimpleName() + pathEnd(property));
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            assertThat(property.path("type").asString()).isEqualTo("string");
            assertThat(property.path("examples"))
                    .isEqualTo(EventCodec.mapper().valueToTree(words(constants, property)));
        } else {
            Map<Type, String> kinds = Map.ofEntries(
                    Map.entry(String.class, "string"),
                    Map.entry(Instant.class, "string"),
                    Map.entry(LocalDate.class, "string"),
                    Map.entry(BigDecimal.class, "number"),
                    Map.entry(Boolean.class, "boolean"),
                    Map.entry(boolean.class, "boolean"),
                    Map.entry(Integer.class, "integer"),
                    Map.entry(int.class, "integer"),
                    Map.entry(Long.class, "integer"),
                    Map.entry(long.class, "integer"),
                    Map.entry(Double.class, "number"));
            assertThat(property.path("type").asString()).isEqualTo(kinds.get(type));
            assertThat(property.path("format").asString("").equals("date-time")).isEqualTo(type == Instant.class);
            assertThat(property.path("format").asString("").equals("date")).isEqualTo(type == LocalDate.class);
        }
    }

    /** A file's kind is one of the kinds of message that are files. */
    private static List<?> words(Class<?> constants, JsonNode property) {
        boolean files = property.path("description").asString("").contains("kind of file");
        return Arrays.stream(constants.getEnumConstants())
                .filter(word -> !files || ((MessageType) word).isMedia())
                .toList();
    }

    private static String pathEnd(JsonNode property) {
        return property.path("$ref").asString().contains("#") ? "" : ".json";
    }

    /** A record has a file of its own or is a part of the message's, the group's, the summary's, the report run's or the link's. */
    private static JsonNode schema(Class<?> type) {
        String name = type.getSimpleName();
        if (SchemaTest.class.getResource(path(name)) != null) {
            return file(name);
        }
        return Stream.of("Message", "Group", "Summary", "ReportRun", "Link")
                .map(whole -> file(whole).path("$defs").path(name))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema of " + name));
    }

    private static Schema validator(Class<?> event) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(ID, "classpath:groupwatch/schemas/")));
        return registry.getSchema(SchemaLocation.of(ID + event.getSimpleName() + ".json"));
    }

    private static JsonNode file(String name) {
        return EventCodecTest.JSON.readTree(SchemaTest.class.getResourceAsStream(path(name)));
    }

    private static String path(String name) {
        return "/groupwatch/schemas/" + name + ".json";
    }

    private static Map<Class<?>, Boolean> reachable() {
        Map<Class<?>, Boolean> found = new LinkedHashMap<>();
        events().forEach(event -> reach(event, found));
        return found;
    }

    private static void reach(Type type, Map<Class<?>, Boolean> found) {
        if (type instanceof ParameterizedType list) {
            reach(list.getActualTypeArguments()[0], found);
        } else if (type instanceof Class<?> record && record.isRecord() && found.put(record, true) == null) {
            for (RecordComponent component : record.getRecordComponents()) {
                reach(component.getGenericType(), found);
            }
        }
    }
}
