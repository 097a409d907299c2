package groupwatch.simulator.demo;

import groupwatch.simulator.world.Content;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The markers that make a line of text something else: {@code [voice 0:23] what is said}. */
final class Marker {

    private static final Pattern MARKED = Pattern.compile("\\[(\\w+)(?: ([^\\]]+))?\\] ?(.*)");
    private static final Pattern LENGTH = Pattern.compile("(\\d+):(\\d\\d)");
    private static final Pattern FILE = Pattern.compile("(\\S+\\.(\\w+)) (\\d+)p");
    private static final Pattern PLACE = Pattern.compile("([^|]+) \\| ([^|]+) \\| (-?\\d+\\.\\d+), (-?\\d+\\.\\d+)");
    private static final Pattern CARD = Pattern.compile("([^|]+) \\| (\\d+)");

    private Marker() {}

    static Content read(String written, Source.Line line) {
        Matcher marked = MARKED.matcher(written);
        if (!marked.matches()) {
            return new Content.Text(withMore(written, line));
        }
        String detail = marked.group(2) == null ? "" : marked.group(2);
        String rest = marked.group(3);
        return switch (marked.group(1)) {
            case "voice" -> new Content.Voice(seconds(detail, line), withMore(rest, line));
            case "photo" -> new Content.Image(orNull(withMore(rest, line)));
            case "video" -> new Content.Video(orNull(withMore(rest, line)), seconds(detail, line));
            case "document" -> document(detail, rest, line);
            case "sticker" -> new Content.Sticker();
            case "poll" -> poll(rest, line);
            case "place" -> place(detail, line);
            case "card" -> card(detail, line);
            default -> throw new ScriptException(line, "unknown marker [" + marked.group(1) + "]");
        };
    }

    private static String withMore(String text, Source.Line line) {
        return line.more().isEmpty() ? text : text + "\n" + String.join("\n", line.more());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static int seconds(String detail, Source.Line line) {
        Matcher length = matched(LENGTH, detail, "a length like 0:23", line);
        return Integer.parseInt(length.group(1)) * 60 + Integer.parseInt(length.group(2));
    }

    private static Content document(String detail, String caption, Source.Line line) {
        Matcher file = matched(FILE, detail, "a file and its pages, like prices.pdf 2p", line);
        String mime = switch (file.group(2)) {
            case "pdf" -> "application/pdf";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "csv" -> "text/csv";
            default -> throw new ScriptException(line, "unknown kind of file: " + file.group(1));
        };
        int pages = Integer.parseInt(file.group(3));
        return new Content.Document(file.group(1), mime, pages, orNull(caption), String.join("\n", line.more()));
    }

    private static Content poll(String rest, Source.Line line) {
        List<String> parts = Arrays.asList(rest.split(" *\\| *"));
        if (parts.size() < 3) {
            throw new ScriptException(line, "a poll wants a question and two options or more");
        }
        return new Content.Poll(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static Content place(String detail, Source.Line line) {
        Matcher place = matched(PLACE, detail, "name | address | latitude, longitude", line);
        return new Content.Place(
                place.group(1), place.group(2), Double.parseDouble(place.group(3)), Double.parseDouble(place.group(4)));
    }

    private static Content card(String detail, Source.Line line) {
        Matcher card = matched(CARD, detail, "name | phone", line);
        return new Content.Card(card.group(1), card.group(2));
    }

    private static Matcher matched(Pattern pattern, String detail, String wanted, Source.Line line) {
        Matcher matcher = pattern.matcher(detail);
        if (!matcher.matches()) {
            throw new ScriptException(line, "wants " + wanted + ", not “" + detail + "”");
        }
        return matcher;
    }
}
