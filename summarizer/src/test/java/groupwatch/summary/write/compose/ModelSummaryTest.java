package groupwatch.summary.write.compose;

import static groupwatch.summary.write.testing.ScriptedModel.ended;
import static groupwatch.summary.write.testing.ScriptedModel.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Turn.Role;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSummaryTest {

    private static final String GOOD = """
            {"overview":[{"text":"The group plays on Thursday at eight.","cites":[1,4]}],
             "topics":[{"title":"Thursday's game","points":[{"text":"Carlos Nunes can only come after eight.","cites":[3]}]}],
             "decisions":[{"text":"They start at eight.","cites":[4]}],
             "action_items":[{"text":"Book the court.","who":"bea","due":"before noon","cites":[4,5]}],
             "open_questions":[{"text":"Dora asks for a spare racket.","cites":[6]}],
             "urgent":[]}""";

    private static final String FAULTY = GOOD.replace("\"cites\":[3]", "\"cites\":[33]");

    @Test
    void saysEverySentenceWithTheMessagesItRestsOn() {
        Written written = write(ScriptedModel.saying(GOOD));

        assertThat(written.content().overview())
                .containsExactly(new Cited("The group plays on Thursday at eight.", List.of("ID1", "ID4")));
        assertThat(written.content().topics().getFirst().points())
                .containsExactly(new Cited("Carlos Nunes can only come after eight.", List.of("ID3")));
        assertThat(written.content().actionItems())
                .containsExactly(new ActionItem("Book the court.", "Bea", "before noon", List.of("ID4", "ID5")));
        assertThat(written.content().openQuestions()).hasSize(1);
        assertThat(written.content().urgent()).isEmpty();
        assertThat(written)
                .returns("scripted", Written::provider)
                .returns("scripted-1", Written::model)
                .returns(1, Written::calls)
                .returns(1, Written::parts)
                .returns(0, Written::dropped)
                .returns(new TokenCount(1_000, 100), Written::tokens)
                .returns(new BigDecimal("0.01"), Written::cost);
    }

    @Test
    void asksOnceMoreNamingThePlaceThatIsWrong() {
        ScriptedModel model = ScriptedModel.saying(FAULTY, GOOD);

        Written written = write(model);

        assertThat(written.content().topics()).hasSize(1);
        assertThat(written).returns(2, Written::calls).returns(0, Written::dropped);
        assertThat(written.tokens()).isEqualTo(new TokenCount(2_000, 200));
        assertThat(written.cost()).isEqualTo(new BigDecimal("0.02"));
        ModelRequest again = model.requests().get(1);
        assertThat(again.turns()).extracting(turn -> turn.role()).containsExactly(Role.USER, Role.ASSISTANT, Role.USER);
        assertThat(again.turns().getFirst())
                .isEqualTo(model.requests().getFirst().turns().getFirst());
        assertThat(again.turns().getLast().text())
                .contains("- topics[0].points[0] cites 33, which is no message you were shown")
                .doesNotContain("Carlos");
    }

    @Test
    void leavesOutAndCountsWhatIsStillWrong() {
        Written written = write(ScriptedModel.saying(FAULTY, FAULTY));

        assertThat(written).returns(2, Written::calls).returns(1, Written::dropped);
        assertThat(written.content().topics()).isEmpty();
        assertThat(written.content().decisions()).hasSize(1);
    }

    @Test
    void keepsTheFirstAnswerWhenItsCorrectionIsWorse() {
        assertThat(write(ScriptedModel.saying(FAULTY, "Sorry, I cannot correct that."))
                        .content()
                        .decisions())
                .hasSize(1);
        assertThat(write(ScriptedModel.completing(whole(FAULTY), ended(Finish.TRUNCATED, GOOD)))
                        .content()
                        .topics())
                .isEmpty();
    }

    @Test
    void neverTakesAnAnswerThatWasCutOff() {
        ScriptedModel model = ScriptedModel.completing(ended(Finish.TRUNCATED, GOOD), whole(GOOD));
        assertThat(write(model)).returns(2, Written::calls);
        assertThat(model.requests().get(1).turns().getLast().text()).contains("too long");

        assertThatThrownBy(() -> write(ScriptedModel.completing(ended(Finish.TRUNCATED, GOOD))))
                .isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void hasNoSummaryWhenNothingPassesOrTheModelRefuses() {
        assertThatThrownBy(() -> write(ScriptedModel.saying("I am a teapot.")))
                .isInstanceOf(UnusableAnswerException.class);
        assertThatThrownBy(() -> write(ScriptedModel.saying("{\"overview\":[]}")))
                .isInstanceOf(UnusableAnswerException.class);
        assertThatThrownBy(() -> write(ScriptedModel.completing(ended(Finish.REFUSED, ""))))
                .isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void knowsNoCostWhenThatOfOneCallIsNotKnown() {
        Completion free = new Completion(GOOD, Finish.COMPLETE, "scripted-1", TokenCount.NONE, null);

        assertThat(write(ScriptedModel.completing(whole(FAULTY), free)).cost()).isNull();
    }

    @Test
    void asksWithTheSchemaTheDayAndNoWordOfTheGroupAmongTheInstructions() {
        ScriptedModel model = ScriptedModel.saying(GOOD);

        write(model);

        ModelRequest request = model.requests().getFirst();
        assertThat(request.group()).isEqualTo(Days.GROUP);
        assertThat(request.day()).isEqualTo(Days.DAY);
        assertThat(request.schema()).contains("\"additionalProperties\": false");
        assertThat(request.maxTokens()).isEqualTo(8_000);
        assertThat(request.system())
                .contains("Write in English")
                .doesNotContain("Padel", "Ana", ScriptedModel.word(request));
    }

    @Test
    void namesAWindowThatIsTooSmall() {
        ScriptedModel tiny = ScriptedModel.answering(2_048, request -> whole(GOOD));

        assertThatThrownBy(() -> write(tiny))
                .isInstanceOf(ModelException.Refused.class)
                .hasMessageContaining("2048");
        assertThat(tiny.requests()).isEmpty();
    }

    private static Written write(ScriptedModel model) {
        return new ModelSummary(model, WriteSettings.usual(), Drafts.none())
                .write(Days.PADEL, Days.ENGLISH)
                .block();
    }
}
