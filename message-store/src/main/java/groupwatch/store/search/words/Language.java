package groupwatch.store.search.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/** A language whose words have stems (Snowball), by its ISO 639-1 code. */
public enum Language {
    AR(ArabicStemmer::new),
    CA(CatalanStemmer::new),
    DA(DanishStemmer::new),
    DE(GermanStemmer::new),
    EL(GreekStemmer::new),
    EN(EnglishStemmer::new),
    ES(SpanishStemmer::new),
    ET(EstonianStemmer::new),
    EU(BasqueStemmer::new),
    FI(FinnishStemmer::new),
    FR(FrenchStemmer::new),
    GA(IrishStemmer::new),
    HI(HindiStemmer::new),
    HU(HungarianStemmer::new),
    HY(ArmenianStemmer::new),
    ID(IndonesianStemmer::new),
    IT(ItalianStemmer::new),
    LT(LithuanianStemmer::new),
    NB(NorwegianStemmer::new),
    NE(NepaliStemmer::new),
    NL(DutchStemmer::new),
    NO(NorwegianStemmer::new),
    PT(PortugueseStemmer::new),
    RO(RomanianStemmer::new),
    RU(RussianStemmer::new),
    SR(SerbianStemmer::new),
    SV(SwedishStemmer::new),
    TA(TamilStemmer::new),
    TR(TurkishStemmer::new),
    YI(YiddishStemmer::new);

    private static final Map<String, Language> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Language::code, Function.identity()));

    private final Supplier<SnowballStemmer> stemmer;

    Language(Supplier<SnowballStemmer> stemmer) {
        this.stemmer = stemmer;
    }

    /** The language of an ISO 639-1 code; absent where none is given or it has no stems here. */
    public static @Nullable Language of(@Nullable String code) {
        return code == null ? null : BY_CODE.get(code.toLowerCase(Locale.ROOT));
    }

    /** The codes that {@link #of} knows. */
    public static Set<String> codes() {
        return BY_CODE.keySet();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The stems a word is found by, folded: that of the word as written and that of the word without accents, for not
     * everybody writes them. Two words go together when they share one.
     */
    public Set<String> stems(Word word) {
        if (!word.inflected()) {
            return Set.of();
        }
        String written = Normalizer.normalize(word.piece(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        Set<String> stems = new TreeSet<>();
        stems.add(Folding.fold(stem(written)));
        stems.add(stem(word.folded()));
        return stems;
    }

    private String stem(String word) {
        SnowballStemmer one = stemmer.get();
        one.setCurrent(word);
        one.stem();
        return one.getCurrent();
    }
}
