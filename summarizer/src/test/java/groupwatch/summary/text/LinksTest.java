package groupwatch.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static final String SOURCE =
            "Ana: menu at https://eat.example/menu?d=3, x.example and final.pdf, call (+351) 912-345-678, "
                    + "pay to DE89 3704 0044 0532 0130 00, ana@mail.example, javascript:alert(1), 9 a.m.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            See https://eat.example/menu?d=3.             | true
            See eat.example/menu?d=3!                     | true
            See (https://www.EAT.example/).               | true
            See X.example and final.pdf…                  | true
            See eat.example/menu?d=4.                     | false
            See https://eat.example@evil.example/menu?d=3 | false
            See ..evil.example                            | false
            See --evil.example                            | false
            See _evil.example                             | false
            See t.example/evil                            | false
            看evil.example。                               | false
            See evil.xn--p1ai                             | false
            See evil．example                              | false
            See //evil.example                            | false
            See javascript:alert(1)                       | false
            See JavaScript:alert(1)                       | false
            See data:,x                                   | false
            See tel:+351912345678                         | false
            Write to Ana@mail.example.                    | true
            Write to bob@mail.example.                    | false
            Call 912 345 678, or 00351912345678.          | true
            Call 912.345.679.                             | false
            Pay to DE89370400440532013000.                | true
            Pay to DE12 3704 0044 0532 0130 01.           | false
            """)
    void mayBeSaidWhereASourceHasThem(String text, boolean said) {
        assertThat(Links.areAllIn(text, SOURCE)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 2026-03-04 and on 4.3.2026, 18.30-19.30, in 2024-2025.",
                "Am 3.März, 14.April um 20.30 Uhr, z.B. bei Dr. Souza.",
                "P.ex. a EE.UU. y la sig.ra Rossi, e.g. at 9 a.m.",
                "Data:12/03/2026, Hotel:Ibis, Supermarket:Lidl",
                "3.50 for 120 people, 12 000 €, 98:45"
            })
    void areNoneOfThese(String text) {
        assertThat(Links.areAllIn(text, "")).isTrue();
        assertThat(Links.in(text)).isFalse();
    }

    @Test
    void areFoundQuicklyInWhatIsMadeToBeSlow() {
        for (String piece : new String[] {"a.", "a-", "a@", "1 ", "a.b@", "-", "x:", "1.", "://", "a1."}) {
            assertThat(Links.areAllIn(piece.repeat(4000 / piece.length()), piece))
                    .isIn(true, false);
        }
    }
}
