package groupwatch.summary.ask;

import groupwatch.events.summary.Summary;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ask.AskEvent.Citations;
import groupwatch.summary.ask.AskEvent.Delta;
import groupwatch.summary.ask.AskEvent.Done;
import groupwatch.summary.ask.AskEvent.Looked;
import groupwatch.summary.ask.AskEvent.NamedGroup;
import groupwatch.summary.ask.AskEvent.Sources;
import groupwatch.summary.ask.AskEvent.Span;
import groupwatch.summary.ask.answer.ChosenAnswer;
import groupwatch.summary.ask.answer.Phrases;
import groupwatch.summary.ask.answer.Said;
import groupwatch.summary.ask.find.Found;
import groupwatch.summary.ask.when.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Answers for which no model is asked, and what all of them have in common. */
final class AskAnswers {

    static final String EXTRACTIVE = Summary.EXTRACTIVE;

    /** Our own way of choosing, with a number, should there be another one day. */
    static final String CHOOSING = "search-1";

    private AskAnswers() {}

    static Sources sources(Found found, ZoneId zone) {
        Period period = found.period();
        return new Sources(
                new Looked(
                        found.sources().size(),
                        found.hits(),
                        found.left(),
                        found.words(),
                        found.groups().size(),
                        found.everywhere()
                                ? null
                                : found.groups().stream()
                                        .map(group -> new NamedGroup(group.jid(), group.name()))
                                        .toList(),
                        found.widened()),
                period == null ? null : new Span(period.from(), period.until(), zone.getId()));
    }

    static Flux<AskEvent> nothing(String sentence) {
        return Flux.just(
                new Delta(sentence), new Done(sentence, null, null, List.of(), 0, true, TokenCount.NONE, null));
    }

    static Flux<AskEvent> chosen(Question question, Found found) {
        ChosenAnswer answer = new ChosenAnswer(found, Phrases.of(question.answered()), question.zone());
        Done done = new Done(answer.text(), CHOOSING, EXTRACTIVE, answer.citations(), 0, true, TokenCount.NONE, null);
        return Flux.concat(Flux.fromIterable(answer.said()).concatMapIterable(AskAnswers::events), Flux.just(done));
    }

    /** What is cited before the text that cites it. */
    static List<AskEvent> events(Said said) {
        Delta text = new Delta(said.text());
        return said.fresh().isEmpty()
                ? List.of(text)
                : Stream.<AskEvent>of(new Citations(said.fresh()), text).toList();
    }
}
