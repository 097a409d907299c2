package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.Sentence;
import groupwatch.summary.text.PlainText;
import java.util.List;
import java.util.Set;

/** A message in so many characters: whole when it fits, else the sentences that tell most, cut between words only where one sentence is longer. */
final class Excerpt {

    private static final String CUT = "…";
    private static final String LINE_END = " · ";
    private static final String ENDS = ".!?…:;,؟。";
    private static final Set<Cue> TELLING = Set.of(
            Cue.DECISION, Cue.URGENT, Cue.NOTICE, Cue.CHANGE, Cue.CORRECTION, Cue.COMMITMENT, Cue.REQUEST, Cue.DATE);

    private Excerpt() {}

    static String of(List<Sentence> sentences, int longest) {
        if (sentences.isEmpty()) {
            return CUT;
        }
        var best = best(sentences);
        var text = sentences.get(best).text();
        if (text.length() > longest) {
            return PlainText.shortened(text, longest);
        }
        var first = best;
        var last = best;
        while (last + 1 < sentences.size() && fits(text, sentences.get(last + 1).text(), longest)) {
            text = join(text, sentences.get(++last).text());
        }
        while (first > 0 && fits(sentences.get(first - 1).text(), text, longest)) {
            text = join(sentences.get(--first).text(), text);
        }
        return (first > 0 ? CUT + " " : "") + text + (last + 1 < sentences.size() ? " " + CUT : "");
    }

    private static int best(List<Sentence> sentences) {
        var best = 0;
        var most = -1.0;
        for (var index = 0; index < sentences.size(); index++) {
            var tells = tells(sentences.get(index));
            if (tells > most) {
                most = tells;
                best = index;
            }
        }
        return best;
    }

    private static double tells(Sentence sentence) {
        var cues = TELLING.stream().filter(sentence::has).count();
        return cues
                + 0.7 * Math.min(3, sentence.numbers())
                + Math.min(1, sentence.words().size() / 12.0);
    }

    private static boolean fits(String one, String other, int longest) {
        return one.length() + LINE_END.length() + other.length() <= longest;
    }

    private static String join(String one, String other) {
        return one + (ENDS.indexOf(one.charAt(one.length() - 1)) >= 0 ? " " : LINE_END) + other;
    }
}
