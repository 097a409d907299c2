package groupwatch.report.compose;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the mails that {@link SampleMails} has written, as Chromium shows them: {@code SamplePictures <mails> <pictures>}. Each mail at the width
 * of a window and of a phone, dark and light; below its end each picture is cut off.
 */
final class SamplePictures {

    private static final int WINDOW = 664;
    private static final int PHONE = 375;
    private static final int TALL = 3000;
    private static final int MARGIN = 24;

    private SamplePictures() {}

    public static void main(String[] args) throws Exception {
        Path pictures = Files.createDirectories(Path.of(args[1]));
        for (SampleMails.Sample sample : SampleMails.ALL) {
            for (String scheme : List.of("dark", "light")) {
                Path mail = Path.of(args[0]).resolve(sample.file() + ".html").toAbsolutePath();
                take(mail, scheme, WINDOW, 1.5, pictures.resolve(sample.file() + "-" + scheme + ".png"));
                take(mail, scheme, PHONE, 1.5, pictures.resolve(sample.file() + "-phone-" + scheme + ".png"));
            }
        }
    }

    private static void take(Path mail, String scheme, int width, double density, Path picture) throws Exception {
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + Files.createTempDirectory("sample-pictures"),
                        "--force-device-scale-factor=" + density,
                        "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                        "--window-size=" + width + "," + TALL,
                        "--screenshot=" + picture.toAbsolutePath(),
                        mail.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!browser.waitFor(60, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new IOException("no picture of " + mail);
        }
        cut(picture, (int) (MARGIN * density));
    }

    private static void cut(Path picture, int margin) throws IOException {
        BufferedImage whole = Objects.requireNonNull(ImageIO.read(picture.toFile()));
        int end = whole.getHeight() - 1;
        while (end > 0 && isPlain(whole, end)) {
            end--;
        }
        int height = Math.min(whole.getHeight(), end + 1 + margin);
        ImageIO.write(whole.getSubimage(0, 0, whole.getWidth(), height), "png", picture.toFile());
    }

    private static boolean isPlain(BufferedImage picture, int row) {
        int ground = picture.getRGB(0, picture.getHeight() - 1);
        return IntStream.range(0, picture.getWidth()).allMatch(column -> picture.getRGB(column, row) == ground);
    }
}
