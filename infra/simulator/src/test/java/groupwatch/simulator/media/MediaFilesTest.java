package groupwatch.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.world.Content;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files that programs open. */
class MediaFilesTest {

    @Test
    void drawsPicturesOfTheSizeItTellsAndTheSameOnesAgain() throws Exception {
        var picture = made("one", new Content.Image(null));

        var read = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(read.getWidth()).isEqualTo(picture.width());
        assertThat(read.getHeight()).isEqualTo(picture.height());
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.thumbnail()))).isNotNull();
        assertThat(picture.thumbnail().length).isLessThan(900);
        for (int i = 0; i < 100; i++) {
            made("other" + i, new Content.Image(null));
        }
        assertThat(made("one", new Content.Image(null)).bytes()).isEqualTo(picture.bytes());
        assertThat(made("two", new Content.Image(null)).bytes()).isNotEqualTo(picture.bytes());
    }

    @Test
    void recordsAsManySecondsAsItSaysAndTellsWhatWouldBeSaid() {
        var voice = made("v", new Content.Voice(7, "Chego às oito")).bytes();

        assertThat(new String(voice, StandardCharsets.UTF_8))
                .startsWith("OggS")
                .contains("OpusHead", "TRANSCRIPT=Chego às oito");
        var last = new String(voice, StandardCharsets.ISO_8859_1).lastIndexOf("OggS");
        var samples = ByteBuffer.wrap(voice).order(ByteOrder.LITTLE_ENDIAN).getLong(last + 6);
        assertThat(samples).isEqualTo(7 * 48_000 + 312);
        assertThat(voice[last + 5]).as("last page").isEqualTo((byte) 4);
    }

    @Test
    void writesBoxesThatFillTheClipExactly() {
        var clip = ByteBuffer.wrap(made("c", new Content.Video(null, 5)).bytes());

        var types = new StringBuilder();
        while (clip.hasRemaining()) {
            var size = clip.getInt();
            var type = new byte[4];
            clip.get(type);
            types.append(new String(type, StandardCharsets.US_ASCII)).append(' ');
            clip.position(clip.position() + size - 8);
        }
        assertThat(types.toString()).isEqualTo("ftyp mdat moov ");
    }

    @Test
    void writesPdfsWhoseObjectsAreWhereTheirTableSays() {
        var pdf = made("p", new Content.Document("a.pdf", "application/pdf", 3, null, "Ata (reunião) \\ שלום"))
                .bytes();

        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("/Count 3");
        var table = Integer.parseInt(text.substring(text.indexOf("startxref") + 10)
                .lines()
                .findFirst()
                .orElseThrow());
        assertThat(text.substring(table)).startsWith("xref");
        var lines = text.substring(table)
                .lines()
                .skip(3)
                .takeWhile(line -> line.endsWith("n "))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(text.substring(Integer.parseInt(lines.get(i).substring(0, 10))))
                    .startsWith((i + 1) + " 0 obj");
        }
    }

    @Test
    void writesOfficeFilesAndPlainTexts() throws Exception {
        var word = new Content.Document(
                "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 1, null, "a < b");
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(made("d", word).bytes()))) {
            var names = new StringBuilder();
            var content = "";
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.append(entry.getName()).append(' ');
                content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(names.toString()).isEqualTo("[Content_Types].xml _rels/.rels word/document.xml ");
            assertThat(content).contains("a &lt; b");
        }
        assertThat(made("d", word).bytes()).isEqualTo(made("d", word).bytes());
        assertThat(made("t", new Content.Document("a.csv", "text/csv", 1, null, "a;b"))
                        .bytes())
                .asString()
                .isEqualTo("a;b");
    }

    @Test
    void makesALargeClipOfExactlyTheSizeWithoutHoldingIt() throws Exception {
        var clip = made("c", new Content.Video(null, 5, 3_000_000));

        assertThat(clip.length()).isEqualTo(3_000_000);
        assertThat(clip.bytes()).hasSizeLessThan(100_000);
        var all = clip.open().readAllBytes();
        assertThat(all).hasSize(3_000_000);
        assertThat(MessageDigest.getInstance("SHA-256").digest(all)).isEqualTo(clip.sha256());
        var last = ByteBuffer.wrap(all, clip.bytes().length - 16, 16);
        assertThat(last.getInt()).as("the length is in 64 bits").isEqualTo(1);
        assertThat(last.position(last.position() + 4).getLong()).isEqualTo(16 + clip.padding());
        assertThat(new Corrupted(clip.open(), clip.length()).readAllBytes())
                .hasSize(3_000_000)
                .isNotEqualTo(all);
    }

    @Test
    void drawsStickersThatMove() {
        var sticker = IntStream.range(0, 100)
                .mapToObj(i -> made("s" + i, new Content.Sticker()))
                .filter(MediaFile::moves)
                .findFirst()
                .orElseThrow();
        var webp = ByteBuffer.wrap(sticker.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(webp.getInt(4)).isEqualTo(webp.capacity() - 8);
        var types = new StringBuilder();
        for (webp.position(12); webp.hasRemaining(); ) {
            var type = new byte[4];
            webp.get(type);
            types.append(new String(type, StandardCharsets.US_ASCII)).append(' ');
            var size = webp.getInt();
            webp.position(webp.position() + size + size % 2);
        }
        assertThat(types.toString()).isEqualTo("VP8X ANIM ANMF ANMF ");
    }

    @Test
    void drawsStickersThatAreLosslessWebP() {
        var still = IntStream.range(0, 100)
                .mapToObj(i -> made("s" + i, new Content.Sticker()))
                .filter(sticker -> !sticker.moves())
                .findFirst()
                .orElseThrow();
        var sticker = ByteBuffer.wrap(still.bytes()).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(new String(sticker.array(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(sticker.getInt(4)).isEqualTo(sticker.capacity() - 8);
        assertThat(new String(sticker.array(), 8, 8, StandardCharsets.US_ASCII)).isEqualTo("WEBPVP8L");
        assertThat(sticker.get(20)).isEqualTo((byte) 0x2f);
        assertThat(sticker.getInt(21) & 0x3fff).isEqualTo(511);
    }

    private static MediaFile made(String look, Content content) {
        return Objects.requireNonNull(MediaFiles.of(look, content));
    }
}
