package groupwatch.simulator.media;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A QR code as PNG. Not for an event loop. */
public final class QrImage {

    private static final int PIXELS = 4;
    private static final int MARGIN = 4;

    private QrImage() {}

    public static byte[] png(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        var size = (code.size + 2 * MARGIN) * PIXELS;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                var dark = code.getModule(x / PIXELS - MARGIN, y / PIXELS - MARGIN);
                image.setRGB(x, y, dark ? 0 : 0xffffff);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
