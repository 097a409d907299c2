package groupwatch.watchdog.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is drawn has the code's modules, all of them, and nothing else. */
class QrPictureTest {

    private static final int QUIET = 4;
    private static final int SCALE = 8;
    private static final String CODE = "2@" + "a1B+/=,".repeat(33);
    private static final QrCode MODULES = QrCode.encodeText(CODE, QrCode.Ecc.LOW);

    @Test
    void thePngIsReadBackPixelByPixel() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrPicture.of(CODE).png()));
        int size = (MODULES.size + 2 * QUIET) * SCALE;
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean black = MODULES.getModule(x / SCALE - QUIET, y / SCALE - QUIET);
                assertThat(image.getRGB(x, y)).isEqualTo(black ? 0xff000000 : 0xffffffff);
            }
        }
    }

    @Test
    void theSvgHasASquareForEachModule() {
        String svg = QrPicture.of(CODE).svg();
        int size = MODULES.size + 2 * QUIET;
        assertThat(svg)
                .contains("viewBox=\"0 0 %d %d\"".formatted(size, size))
                .contains("h%dv%dh-%dz".formatted(size, size, size));
        boolean[][] drawn = new boolean[size][size];
        Matcher square = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            drawn[Integer.parseInt(square.group(2))][Integer.parseInt(square.group(1))] = true;
        }
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                assertThat(drawn[y][x]).isEqualTo(MODULES.getModule(x - QUIET, y - QUIET));
            }
        }
    }

    @Test
    void theAddressHoldsThePng() {
        QrPicture picture = QrPicture.of(CODE);
        String begin = "data:image/png;base64,";
        assertThat(picture.dataUrl()).startsWith(begin);
        assertThat(Base64.getDecoder().decode(picture.dataUrl().substring(begin.length())))
                .isEqualTo(picture.png());
    }
}
