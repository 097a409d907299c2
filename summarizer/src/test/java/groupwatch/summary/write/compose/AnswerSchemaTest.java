package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The schema that a vendor enforces, and the form that the instructions tell, are what the check reads. */
class AnswerSchemaTest {

    private static final String WHOLE = """
            {"overview":[{"text":"They play.","cites":[1]}],"topics":[{"title":"Game","points":[{"text":"At eight.","cites":[4]}]}],
             "decisions":[],"action_items":[{"text":"Book.","who":null,"due":"noon","cites":[4]}],"open_questions":[],"urgent":[]}""";

    private final ScriptedModel model = ScriptedModel.saying(WHOLE);
    private final Schema schema = schema();

    @Test
    void acceptsWhatTheCheckKeeps() {
        assertThat(schema.validate(WHOLE, InputFormat.JSON)).isEmpty();
    }

    @Test
    void refusesASentenceWithoutCitesAndFieldsNobodyKnows() {
        assertThat(schema.validate(WHOLE.replace(",\"cites\":[1]", ""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(WHOLE.replace("[1]", "[\"ID1\"]"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(WHOLE.replace("\"urgent\"", "\"notes\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void isTheFormThatTheInstructionsTell() {
        String told = model.requests()
                .getFirst()
                .system()
                .lines()
                .filter(line -> line.startsWith("{\"overview\""))
                .findFirst()
                .orElseThrow();

        assertThat(schema.validate(told, InputFormat.JSON)).isEmpty();
    }

    private Schema schema() {
        new ModelSummary(model, WriteSettings.usual(), Drafts.none())
                .write(Days.PADEL, Days.ENGLISH)
                .block();
        String asked = Objects.requireNonNull(model.requests().getFirst().schema());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(asked);
    }
}
