package groupwatch.report.compose.chart;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws bars on nothing, in colours that are seen on a white and on a black ground (3 to 1 and better on both). No letters: what they say stands beside the
 * picture, where it can be read aloud, and machines without fonts can draw it.
 */
public final class ActivityChart {

    /** In the mail; the picture has twice as many points. */
    public static final int WIDTH = 552;

    public static final int HEIGHT = 76;

    static final Color BAR = new Color(0x1FA855);
    static final Color LOOK = new Color(0xC97B09);

    private static final int DENSITY = 2;
    private static final double ROUND = 3;
    private static final double WIDEST = 44;
    private static final double DOT = 5;
    private static final double ABOVE = DOT + 5;
    private static final double LEAST = 3;

    private ActivityChart() {}

    /**
     * A PNG with a bar each; a dot stands on the highest.
     *
     * @param look bars that are incomplete, in another colour
     */
    public static byte[] png(List<Long> values, BitSet look) {
        BufferedImage picture = new BufferedImage(WIDTH * DENSITY, HEIGHT * DENSITY, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE);
        pen.scale(DENSITY, DENSITY);
        draw(pen, values, look);
        pen.dispose();
        return encoded(picture);
    }

    private static void draw(Graphics2D pen, List<Long> values, BitSet look) {
        int highest = busiest(values);
        long most = Math.max(1, values.get(highest));
        double cell = (double) WIDTH / values.size();
        double width = Math.min(cell * 0.74, WIDEST);
        for (int at = 0; at < values.size(); at++) {
            double height = Math.max(LEAST, (HEIGHT - ABOVE) * values.get(at) / most);
            double left = cell * at + (cell - width) / 2;
            pen.setColor(look.get(at) ? LOOK : BAR);
            pen.fill(new RoundRectangle2D.Double(left, HEIGHT - height, width, height, 2 * ROUND, 2 * ROUND));
            if (at == highest) {
                pen.fill(new Ellipse2D.Double(left + (width - DOT) / 2, 0, DOT, DOT));
            }
        }
    }

    /** The first of the highest. */
    public static int busiest(List<Long> values) {
        int highest = 0;
        for (int at = 1; at < values.size(); at++) {
            if (values.get(at) > values.get(highest)) {
                highest = at;
            }
        }
        return highest;
    }

    private static byte[] encoded(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: ImageIO's own way goes through a file
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(picture);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
