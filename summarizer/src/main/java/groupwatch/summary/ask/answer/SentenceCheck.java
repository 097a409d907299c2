package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.answer.Sentence.Part;
import groupwatch.summary.ask.find.Source;
import groupwatch.summary.text.Links;
import groupwatch.summary.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be said of what a model wrote: a sentence that cites a message which was shown, and has no link, e-mail address or long number but those
 * of the messages it cites. Citations of what is no message are taken out.
 */
final class SentenceCheck {

    private static final Pattern BULLET = Pattern.compile("^(?:[-*•–]\\s+)+");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private final Map<Integer, Source> sources;

    SentenceCheck(List<Source> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::number, Function.identity()));
    }

    /** Empty where it may not be said. */
    Optional<Sentence> check(String raw) {
        String closed = Cites.closed(raw);
        Matcher bullet = BULLET.matcher(closed);
        boolean item = bullet.lookingAt();
        List<Part> parts = parts(item ? closed.substring(bullet.end()) : closed);
        String text = parts.stream().map(Part::text).collect(Collectors.joining(" "));
        List<Source> cited =
                parts.stream().flatMap(part -> part.cited().stream()).distinct().toList();
        return !cited.isEmpty() && SAYS_SOMETHING.matcher(text).find() && Links.areAllIn(text, said(cited))
                ? Optional.of(new Sentence(item ? "- " : "", citingLast(parts)))
                : Optional.empty();
    }

    /** By whom, and what: as a model read it. */
    private static String said(List<Source> cited) {
        return cited.stream()
                .map(Source::line)
                .map(line -> line.speaker() + ": " + PlainText.oneLine(line.text()))
                .collect(Collectors.joining("\n"));
    }

    /** Text up to a citation, and the messages it names. */
    private List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Matcher citation = Cites.in(text); citation.find(); from = citation.end()) {
            parts.add(new Part(clean(text.substring(from, citation.start())), known(citation.group())));
        }
        parts.add(new Part(clean(text.substring(from)), List.of()));
        return parts;
    }

    /** A line that begins with a number in brackets would give it an address where Markdown is shown. */
    private static List<Part> citingLast(List<Part> parts) {
        List<Part> said =
                parts.stream().dropWhile(part -> part.text().isBlank()).toList();
        List<Source> first = parts.stream()
                .takeWhile(part -> part.text().isBlank())
                .flatMap(part -> part.cited().stream())
                .toList();
        return Stream.concat(said.stream(), Stream.of(new Part("", first))).toList();
    }

    private List<Source> known(String citation) {
        return Cites.numbers(citation).stream()
                .map(sources::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Blanks at its ends stay. */
    private static String clean(String text) {
        String disarmed = Disarmed.quoted(text);
        boolean before = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
        boolean behind = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
        return (before ? " " : "") + disarmed + (behind ? " " : "");
    }
}
