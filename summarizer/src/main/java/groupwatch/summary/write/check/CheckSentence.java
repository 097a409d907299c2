package groupwatch.summary.write.check;

import groupwatch.summary.text.Links;
import groupwatch.summary.text.PlainText;
import groupwatch.summary.write.draft.Sentence;
import groupwatch.summary.write.draft.Task;
import groupwatch.summary.write.prompt.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether one sentence may stand. Problems are thrown to {@link CheckAnswer}, which knows where it stood. */
final class CheckSentence {

    private static final int MOST_CITES = 30;
    private static final int LONGEST_WORD_OF_A_TASK = 60;
    private static final int LONGEST_TITLE = 80;
    private static final Pattern NUMBER = Pattern.compile("\\[?#?(\\d{1,9})\\]?");
    private static final Pattern AND = Pattern.compile(" ?[,&/+] ?| (?:and|e|y|und|et|i|ed) ");

    private final Evidence evidence;
    private final Fence fence;

    CheckSentence(Evidence evidence, Fence fence) {
        this.evidence = evidence;
        this.fence = fence;
    }

    /** @throws FaultyException when it may not */
    Sentence sentence(JsonNode node) {
        if (node.isString()) {
            throw new FaultyException("cites no message");
        }
        if (!node.isObject() || !node.path("text").isString()) {
            throw new FaultyException("has no text");
        }
        String text = words(node.path("text").stringValue());
        if (Wording.isTooLong(text)) {
            throw new FaultyException("is too long");
        }
        List<Integer> cites = cites(node.path("cites"));
        String said = evidence.said(cites);
        if (!Links.areAllIn(text, said)) {
            throw new FaultyException("has a link, an address or a long number that the messages it cites do not have");
        }
        if (!Quotes.areAllIn(text, said)) {
            throw new FaultyException("puts words in quotation marks that are not in the messages it cites");
        }
        return new Sentence(text, cites);
    }

    /** Who and due are kept where they can be believed. */
    Task task(JsonNode node) {
        Sentence what = sentence(node);
        return new Task(what, who(word(node.path("who")), what), due(word(node.path("due")), what));
    }

    /** A label: nobody is cited for it, so it leads nowhere. */
    String title(JsonNode node) {
        if (!node.isString()) {
            throw new FaultyException("has no title");
        }
        String title = words(node.stringValue());
        if (Links.in(title)) {
            throw new FaultyException("has a link, an address or a long number in its title");
        }
        return PlainText.shortened(title, LONGEST_TITLE);
    }

    private String words(String written) {
        String text = Wording.plain(written);
        if (Words.letters(text).isEmpty()) {
            throw new FaultyException("has no text");
        }
        if (Wording.hasMarkup(text)) {
            throw new FaultyException("is not plain text");
        }
        if (Leaks.in(text, fence)) {
            throw new FaultyException("repeats the instructions or the marks");
        }
        return text;
    }

    private List<Integer> cites(JsonNode node) {
        List<Integer> cites = new ArrayList<>();
        for (JsonNode cite : node.isArray() ? node : List.of(node)) {
            int number = number(cite);
            if (!evidence.has(number)) {
                throw new FaultyException("cites " + number + ", which is no message you were shown");
            }
            if (!cites.contains(number) && cites.size() < MOST_CITES) {
                cites.add(number);
            }
        }
        if (cites.isEmpty()) {
            throw new FaultyException("cites no message");
        }
        return cites;
    }

    private static int number(JsonNode cite) {
        if (cite.isIntegralNumber() && cite.canConvertToInt()) {
            return cite.intValue();
        }
        if (cite.isString()) {
            var matcher = NUMBER.matcher(cite.stringValue().strip());
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new FaultyException(
                cite.isMissingNode() || cite.isNull() ? "cites no message" : "cites what is no number");
    }

    private Optional<String> word(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(Wording::plain)
                .filter(word -> !word.isEmpty() && !Wording.hasMarkup(word) && !Leaks.in(word, fence));
    }

    private @Nullable String who(Optional<String> written, Sentence what) {
        return written.filter(name -> name.length() <= LONGEST_WORD_OF_A_TASK)
                .filter(name -> isKnown(name, what) || areAllKnown(AND.split(name), what))
                .map(name -> evidence.speaker(name).map(PlainText::oneLine).orElse(name))
                .orElse(null);
    }

    private boolean areAllKnown(String[] names, Sentence what) {
        return names.length > 1 && Stream.of(names).allMatch(name -> isKnown(name, what));
    }

    private boolean isKnown(String name, Sentence what) {
        return evidence.speaker(name).isPresent()
                || evidence.isPartOfASpeaker(name)
                || Words.letters(name).length() > 1
                        && (" " + String.join(" ", Words.of(evidence.said(what.cites()))) + " ")
                                .contains(" " + String.join(" ", Words.of(name)) + " ");
    }

    private @Nullable String due(Optional<String> written, Sentence what) {
        return written.filter(due -> Links.areAllIn(due, evidence.said(what.cites())))
                .map(due -> PlainText.shortened(due, LONGEST_WORD_OF_A_TASK))
                .orElse(null);
    }
}
