package groupwatch.report.compose.page;

import groupwatch.report.compose.chart.ActivityChart;
import java.util.List;

/**
 * How much was written when.
 *
 * @param id of the picture in the mail
 * @param alt what the picture shows, in words
 * @param axis what stands below it, evenly spread
 * @param figures below each of the axis; empty when there is no room for them
 * @param values what each bar stands for
 */
public record Chart(
        String id, byte[] png, String alt, String caption, List<String> axis, List<String> figures, List<Long> values) {

    public Chart {
        axis = List.copyOf(axis);
        figures = List.copyOf(figures);
        values = List.copyOf(values);
    }

    public int width() {
        return ActivityChart.WIDTH;
    }

    public int height() {
        return ActivityChart.HEIGHT;
    }
}
