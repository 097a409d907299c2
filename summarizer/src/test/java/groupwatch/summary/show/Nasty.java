package groupwatch.summary.show;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.events.summary.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What somebody may say who wants a page to do something else, and summaries in which it stands everywhere. */
final class Nasty {

    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "' onmouseover='x",
            "</li></ul></article>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;b&gt;",
            "&#60;script&#62;",
            "&",
            "javascript:alert(1)",
            "[x](javascript:alert(1))",
            "![x](https://evil.example/p.png)",
            "[1]: https://evil.example",
            "# heading",
            "\n# heading\n",
            "\n\n- item",
            "1. one",
            "2) two",
            "- [ ] box",
            "+ plus",
            "=====",
            "---",
            "***",
            "**bold**",
            "_it_",
            "~~gone~~",
            "`code`",
            "```\nfence\n```",
            "| a | b |",
            "> quote",
            "\\",
            "\\<b>",
            "$x$",
            "<https://evil.example>",
            "https://evil.example",
            "\u202Egnp.exe",
            "\u0000\u0007\u001B[31m",
            "\uD800",
            "\u2028",
            "é",
            "你好",
            "مرحبا",
            "👨\u200D👩\u200D👧",
            "{{7*7}}",
            "${7*7}",
            "<%= 1 %>",
            "\uFFFE",
            "a\u0335\u0336\u0337\u0338\u0334\u0335",
            "\u3164",
            "tab\there");

    private Nasty() {}

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(4); piece >= 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    /** Everything that is somebody's word is nasty in it. */
    static Summary summary(Random random) {
        SummaryContent content = new SummaryContent(
                List.of(cited(random), cited(random)),
                List.of(
                        new Topic(text(random), List.of(cited(random), cited(random))),
                        new Topic(text(random), List.of(cited(random)))),
                List.of(cited(random)),
                List.of(new ActionItem(text(random), text(random), text(random), List.of(text(random)))),
                List.of(cited(random)),
                List.of(cited(random)));
        return of(content, text(random), text(random), random.nextBoolean() ? "en" : text(random), Summary.EXTRACTIVE);
    }

    static Summary of(SummaryContent content, String group, String groupName, String language, String provider) {
        return new Summary(
                group,
                groupName,
                LocalDate.of(2026, 3, 3),
                "Europe/Lisbon",
                Instant.parse("2026-03-03T00:00:00Z"),
                Instant.parse("2026-03-04T00:00:00Z"),
                2,
                true,
                true,
                language,
                41,
                7,
                provider,
                "scripted-1",
                content,
                1,
                TokenCount.NONE,
                null,
                "0".repeat(64),
                Instant.parse("2026-03-04T02:00:00Z"));
    }

    private static Cited cited(Random random) {
        return new Cited(text(random), List.of(text(random), text(random)));
    }
}
