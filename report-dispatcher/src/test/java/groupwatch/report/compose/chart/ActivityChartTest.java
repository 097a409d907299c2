package groupwatch.report.compose.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ActivityChartTest {

    private static final List<Long> VALUES = List.of(0L, 10L, 40L, 20L);
    private static final int CELL = 2 * ActivityChart.WIDTH / VALUES.size();

    @Test
    void drawsABarForEachValueOnNothing() throws IOException {
        BufferedImage picture = picture(new BitSet());

        assertThat(picture.getWidth()).isEqualTo(2 * ActivityChart.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(2 * ActivityChart.HEIGHT);
        int full = height(picture, 2);
        assertThat(height(picture, 0)).isBetween(4, 8);
        assertThat(height(picture, 1)).isBetween(full / 4 - 2, full / 4 + 2);
        assertThat(height(picture, 3)).isBetween(full / 2 - 2, full / 2 + 2);
        assertThat(picture.getRGB(0, 2 * ActivityChart.HEIGHT - 1) >>> 24).isZero();
    }

    @Test
    void putsADotOnTheHighest() throws IOException {
        BufferedImage picture = picture(new BitSet());

        assertThat(IntStream.range(0, 4).filter(bar -> opaque(picture, bar, 5)).toArray())
                .containsExactly(2);
    }

    @Test
    void showsWhatIsIncompleteInAnotherColour() throws IOException {
        BitSet look = new BitSet();
        look.set(3);
        BufferedImage picture = picture(look);

        assertThat(colour(picture, 3)).isEqualTo(ActivityChart.LOOK.getRGB());
        assertThat(colour(picture, 2)).isEqualTo(ActivityChart.BAR.getRGB());
    }

    private static BufferedImage picture(BitSet look) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ActivityChart.png(VALUES, look)));
    }

    /** Of the bar, from the bottom to the first gap. */
    private static int height(BufferedImage picture, int bar) {
        return (int) IntStream.range(0, picture.getHeight())
                .takeWhile(up -> opaque(picture, bar, picture.getHeight() - 1 - up))
                .count();
    }

    private static boolean opaque(BufferedImage picture, int bar, int y) {
        return picture.getRGB(bar * CELL + CELL / 2, y) >>> 24 > 128;
    }

    private static int colour(BufferedImage picture, int bar) {
        return picture.getRGB(bar * CELL + CELL / 2, picture.getHeight() - 20);
    }
}
