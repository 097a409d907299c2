package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Page.Link;
import groupwatch.report.compose.shown.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail says below its head. */
public sealed interface Body permits Body.Groups, Body.Unusuals, Body.Finds, Body.Facts {

    /** Of the templates that lay it out. */
    String template();

    /**
     * Groups, one by one.
     *
     * @param quiet said when there is none
     * @param mentions named only, for want of a summary, of words or of room
     * @param rest how many are left out, and where they are; absent when none is
     */
    record Groups(
            List<GroupSection> sections,
            @Nullable String quiet,
            List<Mentions> mentions,
            @Nullable Link rest) implements Body {

        public Groups {
            sections = List.copyOf(sections);
            mentions = List.copyOf(mentions);
        }

        @Override
        public String template() {
            return "groups";
        }
    }

    /** Groups that were unusual, each kind of it a band. */
    record Unusuals(List<Band> bands) implements Body {

        public Unusuals {
            bands = List.copyOf(bands);
        }

        @Override
        public String template() {
            return "unusual";
        }
    }

    /** @param tone a word for its colour */
    record Band(
            String label,
            String tone,
            List<Odd> odds,
            @Nullable Mentions others) {

        public Band {
            odds = List.copyOf(odds);
        }
    }

    /** @param since for how many days, and when its last message was; absent when neither is to be told */
    record Odd(
            String name,
            String link,
            String figure,
            @Nullable String since) {}

    /** What searches found. */
    record Finds(List<Find> finds, @Nullable Mentions others) implements Body {

        public Finds {
            finds = List.copyOf(finds);
        }

        @Override
        public String template() {
            return "finds";
        }
    }

    /** @param more how many more there are than are shown; absent when these are all */
    record Find(
            String name,
            String query,
            String figure,
            List<Hit> hits,
            @Nullable String more) {

        public Find {
            hits = List.copyOf(hits);
        }
    }

    /** What is known of one thing, line by line. */
    record Facts(List<Fact> facts) implements Body {

        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String template() {
            return "facts";
        }
    }

    /** @param tone a word for its colour; empty: none */
    record Fact(String label, String text, String tone) {}

    record Hit(String group, String who, String link, List<Shown.Part> parts) {

        public Hit {
            parts = List.copyOf(parts);
        }
    }
}
