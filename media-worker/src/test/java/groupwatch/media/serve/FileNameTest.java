package groupwatch.media.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "report.pdf|report.pdf",
                "Orçamento de maio.xlsx|Orçamento de maio.xlsx",
                "../../etc/passwd|passwd",
                "..\\..\\windows\\system.ini|system.ini",
                "C:\\boot.ini|boot.ini",
                "a/..|''",
                "...hidden|hidden",
                ".htaccess|htaccess",
                "trailing. . |trailing",
                "what?<is>|what__is_"
            })
    void keepsTheNameAndNothingElse(String written, String kept) {
        assertThat(FileName.clean(written)).isEqualTo(kept.equals("''") ? "" : kept);
    }

    @Test
    void dropsWhatTurnsOrBreaksLines() {
        assertThat(FileName.clean("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(FileName.clean("a\r\nSet-Cookie: x=1\r\n\r\n.txt")).isEqualTo("aSet-Cookie_ x=1.txt");
        assertThat(FileName.clean("nul\0byte\u200B\uFEFF.txt")).isEqualTo("nulbyte.txt");
        assertThat(FileName.clean("a\u2028b\u00A0c\uD800.txt")).isEqualTo("ab c.txt");
    }

    @Test
    void shortensButKeepsTheEnding() {
        String name = FileName.clean("x".repeat(5000) + ".pdf");
        assertThat(name).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.clean("😀".repeat(500) + ".jpg")).endsWith("😀.jpg");
    }

    @Test
    void saysItToOldProgramsAndTrueToNewOnes() {
        assertThat(new FileName("report.pdf").disposition(false)).isEqualTo("attachment; filename=\"report.pdf\"");
        assertThat(new FileName("Orçamento \"de\" maio.pdf").disposition(true))
                .isEqualTo(
                        "inline; filename=\"Orcamento _de_ maio.pdf\"; filename*=UTF-8''Or%C3%A7amento%20%22de%22%20maio.pdf");
        assertThat(new FileName("会议.pdf").disposition(false))
                .isEqualTo("attachment; filename=\"_.pdf\"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE.pdf");
    }
}
