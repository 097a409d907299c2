package groupwatch.summary.show;

import groupwatch.events.summary.Summary;
import groupwatch.summary.show.Page.Cite;
import groupwatch.summary.show.Page.Item;
import groupwatch.summary.show.Page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A summary as CommonMark. What was said stays words: it makes no heading, no list, no link, no emphasis, no HTML. */
public final class Markdown {

    private static final String SIGNS = "\\`*_{}[]()#!|~^$";
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("^([+=-]|\\d{1,9}(?=[.)]))");

    private Markdown() {}

    public static String of(Summary summary, GroupAddress address) {
        Page page = Page.of(summary, address);
        Labels labels = Labels.of(summary.language());
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(escaped(page.title()))
                .append("\n\n")
                .append(page.day())
                .append('\n');
        for (Section section : page.sections()) {
            out.append("\n## ").append(section.title()).append("\n\n");
            section.items().forEach(item -> out.append(item(item, labels)));
        }
        out.append("\n---\n\n");
        page.notes().forEach(note -> out.append("- ").append(note).append('\n'));
        return out.toString();
    }

    private static String item(Item item, Labels labels) {
        String topic = item.topic() == null ? "" : "\n### " + escaped(item.topic()) + "\n\n";
        return topic + "- " + escaped(item.text()) + task(item, labels) + " " + cites(item.cites()) + "\n";
    }

    private static String task(Item item, Labels labels) {
        List<String> parts = new ArrayList<>();
        if (item.who() != null) {
            parts.add(escaped(item.who()));
        }
        if (item.due() != null) {
            parts.add(labels.due() + " " + escaped(item.due()));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String cites(List<Cite> cites) {
        return cites.stream()
                .map(cite -> "[" + cite.number() + "](" + cite.address() + ")")
                .collect(Collectors.joining(" "));
    }

    /** On one line. HTML's own signs become its entities: not every reader of Markdown knows a backslash before them. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (SIGNS.indexOf(character) >= 0) {
                        out.append('\\');
                    }
                    out.append(character);
                }
            }
        }
        return AT_THE_BEGINNING.matcher(out).replaceFirst(match -> Matcher.quoteReplacement(beginning(match.group())));
    }

    /** A list, a rule or an underline begins with a sign, a numbered list with the dot after its number. */
    private static String beginning(String found) {
        return Character.isDigit(found.charAt(0)) ? found + "\\" : "\\" + found;
    }
}
