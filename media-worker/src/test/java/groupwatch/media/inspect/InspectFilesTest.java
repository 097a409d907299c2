package groupwatch.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.media.text.ReadDocuments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class InspectFilesTest {

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
    void measuresAndDrawsAPhoto() throws IOException {
        Inspection photo = inspecting.of(Made.picture(folder.resolve("p.jpg"), 800, 400));
        assertThat(photo.mime()).isEqualTo("image/jpeg");
        assertThat(List.of(photo.width(), photo.height())).containsExactly(800, 400);
        assertThat(photo.animated()).isNull();
        assertThat(photo.trouble()).isNull();
        BufferedImage thumbnail = drawn(photo, "image/jpeg");
        assertThat(List.of(thumbnail.getWidth(), thumbnail.getHeight())).containsExactly(320, 160);
    }

    @Test
    void turnsAPhotoAsItsExifSays() throws IOException {
        Inspection photo = inspecting.of(turned(Made.picture(folder.resolve("straight.jpg"), 800, 400)));
        assertThat(List.of(photo.width(), photo.height())).containsExactly(400, 800);
        BufferedImage thumbnail = drawn(photo, "image/jpeg");
        assertThat(List.of(thumbnail.getWidth(), thumbnail.getHeight())).containsExactly(160, 320);
    }

    @Test
    void keepsATransparentStickerTransparent() {
        Inspection sticker = inspecting.of(Made.sticker(folder.resolve("s.webp")));
        assertThat(sticker.mime()).isEqualTo("image/webp");
        assertThat(List.of(sticker.width(), sticker.height())).containsExactly(512, 512);
        assertThat(thumbnail(sticker).mime()).isEqualTo("image/webp");
        assertThat(thumbnail(sticker).extension()).isEqualTo(".webp");
    }

    @Test
    void drawsTheFirstFrameOfAMovingSticker() throws IOException {
        Inspection sticker = inspecting.of(Made.movingSticker(folder.resolve("m.webp")));
        assertThat(sticker.mime()).isEqualTo("image/webp");
        assertThat(sticker.animated()).isTrue();
        assertThat(List.of(sticker.width(), sticker.height())).containsExactly(200, 100);
        assertThat(sticker.trouble()).isNull();
        assertThat(seen(sticker).getWidth()).isEqualTo(200);
    }

    @Test
    void putsAFirstFrameInItsPlaceOnTheCanvas() throws IOException {
        Path moving = Made.movingSticker(folder.resolve("small.webp"));
        BufferedImage sticker = seen(inspecting.of(onLargerCanvas(moving)));
        assertThat(List.of(sticker.getWidth(), sticker.getHeight())).containsExactly(320, 160);
        assertThat(sticker.getRGB(5, 5) >>> 24).as("outside of the frame").isZero();
        assertThat(sticker.getRGB(160, 80) >>> 24).as("inside").isNotZero();
    }

    @Test
    void saysThatAGifMoves() throws IOException {
        Inspection gif = inspecting.of(Made.movingPicture(folder.resolve("m.gif")));
        assertThat(gif.mime()).isEqualTo("image/gif");
        assertThat(gif.animated()).isTrue();
        assertThat(seen(gif).getWidth()).isEqualTo(200);
    }

    @Test
    void measuresAVideoAndDrawsItsFirstFrame() throws IOException {
        Inspection video = inspecting.of(Made.video(folder.resolve("v.mp4")));
        assertThat(video.mime()).isEqualTo("video/mp4");
        assertThat(video.seconds()).isEqualTo(2);
        assertThat(List.of(video.width(), video.height())).containsExactly(640, 360);
        assertThat(drawn(video, "image/jpeg").getWidth()).isEqualTo(320);
    }

    @Test
    void turnsAVideoAsItsTrackSays() throws IOException {
        Path straight = Made.video(folder.resolve("straight.mp4"));
        Inspection video = inspecting.of(Made.make(
                folder.resolve("turned.mp4"), "-display_rotation", "90", "-i", straight.toString(), "-c", "copy"));
        assertThat(List.of(video.width(), video.height())).containsExactly(360, 640);
        assertThat(drawn(video, "image/jpeg").getHeight()).isEqualTo(320);
    }

    @Test
    void measuresSounds() {
        assertThat(sound("a.ogg", "-c:a", "libopus")).containsExactly("audio/ogg", 4);
        assertThat(sound("a.mp3")).containsExactly("audio/mpeg", 4);
        assertThat(sound("a.m4a", "-c:a", "aac")).containsExactly("audio/mp4", 4);
        assertThat(sound("sound.mp4", "-c:a", "aac")).containsExactly("audio/mp4", 4);
        assertThat(sound("a.amr", "-ar", "8000", "-ac", "1")).containsExactly("audio/amr", 4);
        assertThat(sound("a.wav")).containsExactly("audio/wav", 4);
    }

    @Test
    void readsAPdfAndDrawsItsFirstPage() throws IOException {
        Path file = Files.write(folder.resolve("letter.pdf"), Pdf.of("Meeting at three", "Second page"));
        Inspection letter = inspecting.of(file);
        assertThat(letter.mime()).isEqualTo("application/pdf");
        assertThat(letter.pages()).isEqualTo(2);
        assertThat(letter.text()).isEqualTo("Meeting at three\nSecond page");
        assertThat(letter.trouble()).isNull();
        assertThat(drawn(letter, "image/jpeg").getHeight()).isEqualTo(320);
    }

    @Test
    void readsOfficeDocumentsWhateverTheirAge() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Budget of the picnic");
            document.write(text);
        }
        Inspection word = inspecting.of(Files.write(folder.resolve("w"), text.toByteArray()));
        assertThat(word.mime()).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(word.text()).isEqualTo("Budget of the picnic");

        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("May").createRow(0).createCell(0).setCellValue("Lemonade");
            book.write(sheet);
        }
        Inspection old = inspecting.of(Files.write(folder.resolve("x"), sheet.toByteArray()));
        assertThat(old.mime()).isEqualTo("application/vnd.ms-excel");
        assertThat(old.text()).contains("Lemonade");
    }

    @Test
    void readsPlainTextInOldEncodings() throws IOException {
        String words =
                "A reunião de pais e mestres fica marcada para quarta-feira, no mesmo lugar de sempre; tragam pão e suco.";
        Path file = Files.write(folder.resolve("t"), words.getBytes(StandardCharsets.ISO_8859_1));
        Inspection text = inspecting.of(file);
        assertThat(text.mime()).isEqualTo("text/plain");
        assertThat(text.text()).isEqualTo(words);
    }

    @Test
    void cutsLongText() throws IOException {
        Path file = Files.writeString(folder.resolve("long.txt"), "çavá ".repeat(200_000));
        String text = Objects.requireNonNull(inspecting.of(file).text());
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(65_500, 65_536);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path file = Made.picture(alone.resolve("p.png"), 100, 100);
        inspecting.of(file);
        try (var left = Files.list(alone)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void saysSoWhenThereIsNoFfmpeg() throws IOException {
        InspectSettings settings = Inspecting.settings(folder.resolve("nowhere"));
        try (ReadDocuments documents = new ReadDocuments(settings.documents(), folder);
                InspectFiles files = Inspecting.files(
                        new Ffmpeg(new FfmpegFolder(settings.ffmpeg(), folder), settings), settings, documents)) {
            Path file = Made.picture(folder.resolve("none.png"), 100, 100);
            Claimed claimed = new Claimed(groupwatch.events.message.MessageType.IMAGE, null, null);
            StepVerifier.create(files.of(file, claimed))
                    .assertNext(found -> {
                        assertThat(found.mime()).isEqualTo("image/png");
                        assertThat(found.trouble()).isEqualTo("no-decoder");
                    })
                    .verifyComplete();
        }
    }

    private static List<Object> sound(String name, String... more) {
        Inspection sound = inspecting.of(Made.sound(folder.resolve(name), more));
        assertThat(sound.trouble()).isNull();
        assertThat(sound.thumbnail()).isNull();
        return List.of(sound.mime(), Objects.requireNonNull(sound.seconds()));
    }

    private static Thumbnail thumbnail(Inspection inspection) {
        assertThat(inspection.thumbnail()).as(inspection.trouble()).isNotNull();
        return Objects.requireNonNull(inspection.thumbnail());
    }

    private static BufferedImage drawn(Inspection inspection, String mime) throws IOException {
        assertThat(thumbnail(inspection).mime()).isEqualTo(mime);
        return ImageIO.read(new ByteArrayInputStream(bytes(thumbnail(inspection))));
    }

    /** A WebP thumbnail, made readable for Java. */
    private static BufferedImage seen(Inspection inspection) throws IOException {
        assertThat(thumbnail(inspection).mime()).isEqualTo("image/webp");
        Path webp = Files.write(folder.resolve("seen.webp"), bytes(thumbnail(inspection)));
        Path png = Made.make(folder.resolve("seen.png"), "-i", webp.toString());
        return ImageIO.read(png.toFile());
    }

    private static byte[] bytes(Thumbnail thumbnail) {
        byte[] bytes = new byte[thumbnail.bytes().remaining()];
        thumbnail.bytes().get(bytes);
        return bytes;
    }

    /** With an Exif block that says: turn by a quarter. */
    private static Path turned(Path jpeg) throws IOException {
        byte[] plain = Files.readAllBytes(jpeg);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(6)
                .putInt(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.write(exif.array());
        bytes.write(plain, 2, plain.length - 2);
        return Files.write(jpeg.resolveSibling("turned.jpg"), bytes.toByteArray());
    }

    /** The frames of 200 x 100 moved to the middle of 400 x 200. */
    private static Path onLargerCanvas(Path webp) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(webp)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(24, new byte[] {(byte) 0x8f, 1, 0, (byte) 0xc7, 0, 0});
        int frame = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("ANMF") + 8;
        bytes.put(frame, new byte[] {50, 0, 0, 25, 0, 0});
        return Files.write(webp.resolveSibling("placed.webp"), bytes.array());
    }
}
