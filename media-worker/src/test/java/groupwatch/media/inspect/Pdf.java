package groupwatch.media.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDF documents for tests. */
public final class Pdf {

    private Pdf() {}

    public static byte[] of(String... pages) throws IOException {
        try (PDDocument document = written(PDRectangle.A4, pages)) {
            return bytes(document);
        }
    }

    static byte[] ofSize(float side) throws IOException {
        try (PDDocument document = written(new PDRectangle(side, side), "Large")) {
            return bytes(document);
        }
    }

    static byte[] locked() throws IOException {
        try (PDDocument document = written(PDRectangle.A4, "Secret")) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(document);
        }
    }

    private static PDDocument written(PDRectangle size, String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String words : pages) {
            PDPage page = new PDPage(size);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 24);
                content.newLineAtOffset(50, 500);
                content.showText(words);
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
