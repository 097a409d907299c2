package groupwatch.summary.show;

import groupwatch.events.summary.Summary;
import groupwatch.summary.show.Page.Cite;
import groupwatch.summary.show.Page.Item;
import groupwatch.summary.show.Page.Section;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A summary as a piece of HTML, without style and script: an {@code article} with a {@code section} for each kind of statement. The only links
 * in it lead to messages of the group.
 */
public final class Html {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");

    private Html() {}

    public static String of(Summary summary, GroupAddress address) {
        Page page = Page.of(summary, address);
        Labels labels = Labels.of(summary.language());
        StringBuilder out = new StringBuilder();
        out.append("<article class=\"summary\"")
                .append(language(summary.language()))
                .append(">\n");
        out.append("<header><h2 dir=\"auto\">").append(escaped(page.title())).append("</h2>\n");
        out.append("<p class=\"day\">").append(escaped(page.day())).append("</p></header>\n");
        page.sections().forEach(section -> section(out, section, labels));
        out.append("<footer>\n");
        page.notes()
                .forEach(note ->
                        out.append("<p class=\"note\">").append(escaped(note)).append("</p>\n"));
        return out.append("</footer>\n</article>\n").toString();
    }

    private static void section(StringBuilder out, Section section, Labels labels) {
        out.append("<section class=\"").append(section.kind()).append("\">\n");
        out.append("<h3>").append(escaped(section.title())).append("</h3>\n");
        boolean open = false;
        for (Item item : section.items()) {
            if (!open || item.topic() != null) {
                out.append(open ? "</ul>\n" : "").append(topic(item)).append("<ul>\n");
                open = true;
            }
            out.append(item(item, labels));
        }
        out.append("</ul>\n</section>\n");
    }

    private static String topic(Item item) {
        return item.topic() == null ? "" : "<h4 dir=\"auto\">" + escaped(item.topic()) + "</h4>\n";
    }

    private static String item(Item item, Labels labels) {
        return "<li dir=\"auto\">" + escaped(item.text()) + task(item, labels) + " " + cites(item.cites()) + "</li>\n";
    }

    private static String task(Item item, Labels labels) {
        String who = item.who() == null ? "" : " <span class=\"who\"><bdi>" + escaped(item.who()) + "</bdi></span>";
        String due = item.due() == null
                ? ""
                : " <span class=\"due\">" + escaped(labels.due()) + " <bdi>" + escaped(item.due()) + "</bdi></span>";
        return who + due;
    }

    private static String cites(List<Cite> cites) {
        return cites.stream()
                .map(cite -> "<a class=\"cite\" href=\"" + escaped(cite.address()) + "\">" + cite.number() + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String language(String language) {
        return LANGUAGE.matcher(language).matches() ? " lang=\"" + language + "\"" : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
