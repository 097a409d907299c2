package groupwatch.media.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF, as a small picture. */
final class PdfPage {

    private PdfPage() {}

    /** @return a JPEG */
    static byte[] first(Path file, int longerSide) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDPage page = document.getPage(0);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImage(0, scale(page.getCropBox(), longerSide), ImageType.RGB);
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, "jpeg", jpeg)) {
                throw new IOException("no JPEG can be written here");
            }
            return jpeg.toByteArray();
        }
    }

    private static float scale(PDRectangle box, int longerSide) throws IOException {
        float longer = Math.max(box.getWidth(), box.getHeight());
        if (!(longer > 0) || Float.isInfinite(longer)) {
            throw new IOException("a page without a size");
        }
        return longerSide / longer;
    }
}
