package groupwatch.bench.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures, each another: some 20 KB of coloured noise. */
final class SmallImages {

    private static final int SIDE = 80;

    private SmallImages() {}

    static byte[] png(long number) throws IOException {
        var random = new Random(number);
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < SIDE; x++) {
            for (var y = 0; y < SIDE; y++) {
                image.setRGB(x, y, new Color(random.nextInt(0x1000000)).getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
