package groupwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A PDF of plain text in Helvetica. Letters that its Latin encoding lacks are question marks on the page and whole in its subject. */
final class PdfDocument {

    private static final int LINE = 88;
    private static final int LINES = 48;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private PdfDocument() {}

    /** @param pages at least so many */
    static byte[] of(String text, int pages) {
        return new PdfDocument().write(text, pages);
    }

    private byte[] write(String text, int pages) {
        var lines = wrapped(text);
        var count = Math.max(Math.max(1, pages), (lines.size() + LINES - 1) / LINES);
        latin("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        var kids = new StringBuilder();
        for (int page = 0; page < count; page++) {
            kids.append(5 + 2 * page).append(" 0 R ");
        }
        object("<< /Type /Pages /Count " + count + " /Kids [" + kids.toString().strip() + "] >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        object("<< /Producer (Groupwatch simulator) /Subject <FEFF"
                + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + "> >>");
        for (int page = 0; page < count; page++) {
            object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (6 + 2 * page)
                    + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            var from = Math.min(page * LINES, lines.size());
            stream(content(lines.subList(from, Math.min(from + LINES, lines.size())), page + 1, count));
        }
        return end();
    }

    private static String content(List<String> lines, int page, int pages) {
        var content = new StringBuilder("BT /F1 11 Tf 14 TL 50 790 Td\n");
        lines.forEach(line -> content.append('(').append(escaped(line)).append(") Tj T*\n"));
        return content.append("T* (")
                .append(page)
                .append(" / ")
                .append(pages)
                .append(") Tj\nET")
                .toString();
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + word.length() >= LINE) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private void stream(String content) {
        var bytes = content.getBytes(LATIN);
        begin();
        latin("<< /Length " + bytes.length + " >>\nstream\n");
        out.writeBytes(bytes);
        latin("\nendstream\nendobj\n");
    }

    private void object(String content) {
        begin();
        latin(content + "\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        latin(offsets.size() + " 0 obj\n");
    }

    private byte[] end() {
        var at = out.size();
        latin("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> latin(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        latin("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + at
                + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void latin(String text) {
        out.writeBytes(text.getBytes(LATIN));
    }
}
