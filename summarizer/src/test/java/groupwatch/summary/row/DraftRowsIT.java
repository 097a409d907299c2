package groupwatch.summary.row;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.events.summary.Topic;
import groupwatch.kit.database.Migration;
import groupwatch.kit.testing.SettableClock;
import groupwatch.summary.testing.RunningSummarizer;
import groupwatch.summary.write.compose.Drafts;
import groupwatch.summary.write.compose.KeptDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class DraftRowsIT {

    private static final String GROUP = "120363049900000001@g.us";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

    private final RunningSummarizer summarizer = RunningSummarizer.shared();
    private final SettableClock clock = new SettableClock();
    private final DraftRows drafts = new DraftRows(summarizer.get(DatabaseClient.class), clock);

    @BeforeEach
    void waitForTheTable() {
        summarizer.get(Migration.class).done().block(Duration.ofSeconds(60));
    }

    @Test
    void areWhatTheServiceKeepsPiecesIn() {
        assertThat(summarizer.get(Drafts.class)).isInstanceOf(DraftRows.class);
    }

    @Test
    void giveBackWhatWasKept() {
        KeptDraft one = draft("a", new BigDecimal("0.0125"));
        KeptDraft empty = new KeptDraft("b", SummaryContent.NOTHING, "m", 2, 1, TokenCount.NONE, null);
        keep("whole", draft("a", null));
        keep("whole", one);
        keep("whole", empty);
        assertThat(find("whole", "a", "b")).containsExactlyInAnyOrder(one, empty);
        drafts.forget(GROUP, DAY).block();
        assertThat(find("whole", "a", "b")).isEmpty();
    }

    @Test
    void areDeletedWhereTheyNoLongerStand() {
        keep("before", draft("changed", null));
        keep("before", draft("same", null));
        keep("before", draft("merged", null));
        drafts.keep("another", DAY, "before", draft("changed", null)).block();
        assertThat(find("now", "same", "new")).extracting(KeptDraft::hash).containsExactly("same");
        // gone, not only passed over
        assertThat(find("before", "changed", "same"))
                .extracting(KeptDraft::hash)
                .containsExactly("same");
        assertThat(drafts.find("another", DAY, "before", List.of())
                        .collectList()
                        .block())
                .hasSize(1);
        keep("now", draft("merged", null));
        assertThat(find("now", "same")).extracting(KeptDraft::hash).containsExactlyInAnyOrder("same", "merged");
        drafts.forget(GROUP, DAY).block();
        drafts.forget("another", DAY).block();
    }

    @Test
    void areForgottenAfterThreeDays() {
        keep("whole", draft("old", null));
        clock.advance(Duration.ofDays(2));
        keep("whole", draft("young", null));
        assertThat(find("whole")).hasSize(2);
        clock.advance(Duration.ofDays(1));
        assertThat(find("whole")).extracting(KeptDraft::hash).containsExactly("young");
        drafts.forgetOld().block();
        clock.advance(Duration.ofDays(-2));
        assertThat(find("whole")).extracting(KeptDraft::hash).containsExactly("young");
        drafts.forget(GROUP, DAY).block();
    }

    private List<KeptDraft> find(String whole, String... parts) {
        return drafts.find(GROUP, DAY, whole, List.of(parts)).collectList().block();
    }

    private void keep(String whole, KeptDraft draft) {
        drafts.keep(GROUP, DAY, whole, draft).block();
    }

    private static KeptDraft draft(String hash, @Nullable BigDecimal cost) {
        Cited cited = new Cited("They play at eight.", List.of("ID1", "ID2"));
        SummaryContent content = new SummaryContent(
                List.of(cited),
                List.of(new Topic("Game", List.of(cited))),
                List.of(cited),
                List.of(new ActionItem("Book.", "Bea", null, List.of("ID4"))),
                List.of(cited),
                List.of());
        return new KeptDraft(hash, content, "m-1", 1, 0, new TokenCount(1_000, 100), cost);
    }
}
