package groupwatch.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All of these claim to be {@code photo.jpg}, an {@code image/jpeg}. */
class HostileFilesTest {

    private static final String SCRIPT = "<script>alert(document.domain)</script>";

    private static Inspecting inspecting;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        inspecting = new Inspecting();
    }

    @AfterAll
    static void stop() {
        inspecting.close();
    }

    @Test
    void takesAPictureWithScriptsInItForAPicture() throws IOException {
        byte[] jpeg = Files.readAllBytes(Made.picture(folder.resolve("clean.jpg"), 200, 100));
        Inspection found = inspecting.of(file(join(jpeg, SCRIPT.getBytes(StandardCharsets.UTF_8))));
        assertThat(found.mime()).isEqualTo("image/jpeg");
        assertThat(found.thumbnail()).isNotNull();
        ByteBuffer thumbnail = found.thumbnail().bytes();
        byte[] made = new byte[thumbnail.remaining()];
        thumbnail.get(made);
        assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void takesAGifThatIsAProgramForABrokenGif() throws IOException {
        Inspection found = inspecting.of(file("GIF89a/*\0\0\0\0*/=1;alert(document.domain)"));
        assertThat(found.mime()).isEqualTo("image/gif");
        assertThat(found.thumbnail()).isNull();
        assertThat(found.trouble()).isNotNull();
    }

    @Test
    void takesAPdfThatIsAnArchiveTooForThePdf() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
        Inspection found = inspecting.of(file(join(Pdf.of("Both"), archive.toByteArray())));
        assertThat(found.mime()).isEqualTo("application/pdf");
        assertThat(found.text()).isEqualTo("Both");
    }

    @Test
    void tellsWhatBrowsersRun() throws IOException {
        assertIsUndrawn("text/html", file("<!DOCTYPE html><html><body>" + SCRIPT + "</body></html>"));
        assertIsUndrawn("image/svg+xml", file("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>"));
        assertIsUndrawn(
                "image/svg+xml",
                file("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"));
        assertIsUndrawn(
                "application/xhtml+xml",
                file("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">" + SCRIPT + "</html>"));
    }

    @Test
    void tellsPrograms() throws IOException {
        byte[] windows = new byte[512];
        windows[0] = 'M';
        windows[1] = 'Z';
        assertThat(inspecting.of(file(windows)).mime()).isEqualTo("application/x-msdownload");
        assertThat(inspecting.of(file("#!/bin/sh\nrm -rf /\n")).mime()).isEqualTo("application/x-sh");
        byte[] linux = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 512);
        assertThat(inspecting.of(file(linux)).mime()).startsWith("application/x-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 4000 RTP/AVP 0\n"
            })
    void followsNoPlaylist(String list) throws IOException {
        Inspection found = inspecting.of(file(list));
        assertThat(found.seconds()).isNull();
        assertThat(found.thumbnail()).isNull();
        assertThat(found.text() == null ? "" : found.text()).doesNotContain("root:");
    }

    @Test
    void refusesPictureBombsBeforeTheyTakeRoom() throws IOException {
        assertIsTooLarge("image/png", 30_000, 30_000, file(pngBomb(30_000)));
        assertIsTooLarge("image/gif", 65_535, 65_535, file(gif(65_535)));
        Inspection sticker = inspecting.of(webpOn(1 << 24));
        assertThat(sticker.trouble()).isEqualTo("too-many-pixels");
        assertThat(sticker.width()).isEqualTo(1 << 24);
        assertThat(sticker.thumbnail()).isNull();
    }

    @Test
    void readsNoArchiveBombs() throws IOException {
        Path bomb = folder.resolve("bomb.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                            + "wordprocessingml.document.main+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                                    + "<w:t>")
                            .getBytes(StandardCharsets.UTF_8));
            byte[] much = new byte[1 << 20];
            Arrays.fill(much, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                zip.write(much);
            }
        }
        Inspection found = inspecting.of(bomb);
        assertThat(found.mime()).startsWith("application/");
        // a quick machine reads all of it within the limit and finds nothing but blanks
        assertThat(found.text()).isNull();
        assertThat(inspecting.of(file(Pdf.of("Still there"))).text())
                .as("after it")
                .isEqualTo("Still there");
    }

    @Test
    void outlivesAPdfThatEatsTheHeapOfItsReader() throws IOException {
        Inspection found = inspecting.of(file(pdfBomb(600 << 20)));
        assertThat(found.mime()).isEqualTo("application/pdf");
        assertThat(found.thumbnail()).isNull();
        assertThat(found.trouble()).isIn("unreadable", "time-limit");
        assertThat(inspecting.of(file(Pdf.of("Still there"))).text())
                .as("after it")
                .isEqualTo("Still there");
    }

    @Test
    void drawsAHugePageSmall() throws IOException {
        Inspection found = inspecting.of(file(Pdf.ofSize(10_000_000f)));
        assertThat(found.thumbnail()).as(found.trouble()).isNotNull();
    }

    @Test
    void saysThatADocumentIsLocked() throws IOException {
        Inspection found = inspecting.of(file(Pdf.locked()));
        assertThat(found.trouble()).isEqualTo("encrypted");
        assertThat(found.text()).isNull();
    }

    @Test
    void expandsNoEntities() throws IOException {
        Inspection found = inspecting.of(
                file(
                        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\">"
                                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>"));
        assertThat(found.text() == null ? "" : found.text()).hasSizeLessThan(1000);
    }

    @Test
    void measuresWhatIsLeftOfBrokenFiles() throws IOException {
        for (Path whole : List.of(
                Made.picture(folder.resolve("whole.jpg"), 400, 300),
                Made.picture(folder.resolve("whole.png"), 400, 300),
                Made.sticker(folder.resolve("whole.webp")),
                Made.movingSticker(folder.resolve("moving.webp")),
                Made.video(folder.resolve("whole.mp4")),
                Made.sound(folder.resolve("whole.ogg"), "-c:a", "libopus"))) {
            byte[] bytes = Files.readAllBytes(whole);
            for (int length : List.of(12, 40, bytes.length / 2)) {
                Inspection found = inspecting.of(file(Arrays.copyOf(bytes, Math.min(length, bytes.length))));
                assertThat(found.mime()).as(whole + " " + length).isNotEmpty();
            }
        }
    }

    @Test
    void staysCalmAtBytesThatWereTurnedOver() throws IOException {
        Random random = new Random(4);
        for (Path whole :
                List.of(Made.movingSticker(folder.resolve("turned.webp")), Made.video(folder.resolve("turned.mp4")))) {
            for (int i = 0; i < 8; i++) {
                byte[] bytes = Files.readAllBytes(whole);
                for (int j = 0; j < 40; j++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertThat(inspecting.of(file(bytes)).mime()).isNotEmpty();
            }
        }
    }

    @Test
    void saysNothingOfBytesThatSayNothing() throws IOException {
        byte[] noise = new byte[4096];
        new Random(4).nextBytes(noise);
        for (byte[] bytes : List.of(noise, new byte[0], new byte[] {7}, new byte[4096])) {
            Inspection found = inspecting.of(file(bytes));
            assertThat(found.mime()).isEqualTo("application/octet-stream");
            assertThat(found.trouble()).isNull();
        }
    }

    private static void assertIsUndrawn(String mime, Path file) {
        Inspection found = inspecting.of(file);
        assertThat(found.mime()).isEqualTo(mime);
        assertThat(found.thumbnail()).isNull();
        assertThat(found.text() == null ? "" : found.text())
                .doesNotContain("<script")
                .doesNotContain("root:");
    }

    private static void assertIsTooLarge(String mime, int width, int height, Path file) {
        Inspection found = inspecting.of(file);
        assertThat(found.mime()).isEqualTo(mime);
        assertThat(found.trouble()).isEqualTo("too-many-pixels");
        assertThat(found.width()).isEqualTo(width);
        assertThat(found.height()).isEqualTo(height);
        assertThat((Object) found.thumbnail()).isNull();
    }

    private static Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("photo.jpg"), bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One bit a pixel, all black: a hundred megabytes in a hundred kilobytes. */
    private static byte[] pngBomb(int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.writeLong(0x89504e470d0a1a0aL);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array());
        chunk(png, "IDAT", deflated((long) side * (side / 8 + 1)));
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        png.writeInt(content.length);
        png.write(named);
        png.writeInt((int) sum.getValue());
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflating = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] some = new byte[1 << 16];
            for (long left = zeros; left > 0; left -= some.length) {
                deflating.write(some, 0, (int) Math.min(left, some.length));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gif(int side) {
        byte low = (byte) side;
        byte high = (byte) (side >> 8);
        ByteBuffer gif = ByteBuffer.allocate(64);
        gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {low, high, low, high, (byte) 0x80, 0, 0});
        gif.put(new byte[] {0, 0, 0, -1, -1, -1});
        gif.put(new byte[] {0x2c, 0, 0, 0, 0, low, high, low, high, 0, 2, 2, 0x44, 1, 0, 0x3b});
        return Arrays.copyOf(gif.array(), gif.position());
    }

    private static Path webpOn(int side) throws IOException {
        byte[] bytes = Files.readAllBytes(Made.movingSticker(folder.resolve("canvas.webp")));
        for (int i = 0; i < 3; i++) {
            bytes[24 + i] = (byte) ((side - 1) >> 8 * i);
            bytes[27 + i] = (byte) ((side - 1) >> 8 * i);
        }
        return file(bytes);
    }

    /** A page whose content is very much of nothing. */
    private static byte[] pdfBomb(int size) throws IOException {
        byte[] content = deflated(size);
        String head =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
                        + "4 0 obj<</Length 30>>stream\nq 200 0 0 200 0 0 cm /I Do Q   \nendstream endobj\n"
                        + "5 0 obj<</Type/XObject/Subtype/Image/Width 14000/Height 14000/BitsPerComponent 8/ColorSpace/DeviceRGB"
                        + "/Filter/FlateDecode/Length " + content.length + ">>stream\n";
        String tail = "\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
        return join(join(head.getBytes(StandardCharsets.US_ASCII), content), tail.getBytes(StandardCharsets.US_ASCII));
    }
}
