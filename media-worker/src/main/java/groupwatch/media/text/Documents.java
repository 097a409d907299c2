package groupwatch.media.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.DocumentSelector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.SAXException;

/** Documents read by Tika's parsers: those for documents only, and nothing that is embedded in them. */
final class Documents {

    /** Runs of white space in tables are long; they are told from text by dropping them. */
    private static final int WHITE_SPACE_ALLOWED = 4;

    private final Detector detector = new DefaultDetector();
    private final Parser parser = new AutoDetectParser(
            detector,
            new PDFParser(),
            new OOXMLParser(),
            new OfficeParser(),
            new RTFParser(),
            new OpenDocumentParser(),
            new JSoupParser(),
            new TXTParser());

    String type(Path file) throws IOException {
        try (InputStream bytes = TikaInputStream.get(file)) {
            return detector.detect(bytes, new Metadata()).getBaseType().toString();
        }
    }

    /** @return the number of pages as an int, then the text, of that many bytes at most */
    byte[] text(Path file, int size) throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        WriteOutContentHandler collected = new WriteOutContentHandler(size * WHITE_SPACE_ALLOWED);
        ParseContext context = new ParseContext();
        context.set(DocumentSelector.class, embedded -> false);
        try (InputStream bytes = TikaInputStream.get(file)) {
            parser.parse(bytes, new BodyContentHandler(collected), metadata, context);
        } catch (SAXException | TikaException | IOException stopped) {
            if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
                throw stopped;
            }
        }
        byte[] text = PlainText.of(collected.toString(), size).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length)
                .putInt(pages(metadata))
                .put(text)
                .array();
    }

    private static int pages(Metadata metadata) {
        Integer pages = metadata.getInt(PagedText.N_PAGES);
        return pages == null ? -1 : pages;
    }
}
