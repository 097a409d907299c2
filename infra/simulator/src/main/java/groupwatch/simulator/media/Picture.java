package groupwatch.simulator.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** JPEGs of coloured tiles. Encoding is work of some milliseconds: not for an event loop. */
final class Picture {

    static final int WIDTH = 320;
    static final int HEIGHT = 240;

    private static final int TILE = 40;
    private static final int THUMBNAIL_WIDTH = 32;
    private static final int THUMBNAIL_HEIGHT = 24;

    static {
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    static byte[] jpeg(String seed) {
        return encode(tiles(seed, WIDTH, HEIGHT, TILE, BufferedImage.TYPE_INT_RGB));
    }

    /** Grey: a quarter of the size of a coloured one. */
    static byte[] thumbnail(String seed) {
        return encode(tiles(seed, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, TILE / 10, BufferedImage.TYPE_BYTE_GRAY));
    }

    /** Width and height of a picture somebody sent; absent when it cannot be read. */
    static int @Nullable [] size(byte[] bytes) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null ? null : new int[] {image.getWidth(), image.getHeight()};
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static BufferedImage tiles(String seed, int width, int height, int tile, int type) {
        var image = new BufferedImage(width, height, type);
        var columns = width / tile;
        var colours = Noise.bytes(seed, columns * (height / tile) * 3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var at = (y / tile * columns + x / tile) * 3;
                image.setRGB(x, y, (colours[at] & 0xff) << 16 | (colours[at + 1] & 0xff) << 8 | colours[at + 2] & 0xff);
            }
        }
        return image;
    }

    private static byte[] encode(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
