package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Report.Row;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The cost of a gradient, in evaluations of the function, over the number of parameters; both axes are logarithmic. */
final class GrowthChart {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private static final Map<Candidate, Color> COLOURS = new EnumMap<>(Map.of(
            Candidate.BY_HAND, new Color(0x24, 0x2C, 0x38),
            Candidate.GENERATED, new Color(0xD9, 0x48, 0x2B),
            Candidate.HIPPARCHUS_GRADIENT, new Color(0x2B, 0x6C, 0xB0),
            Candidate.HIPPARCHUS_STRUCTURE, new Color(0x2A, 0x9D, 0x8F),
            Candidate.FINMATH, new Color(0xE0, 0x9F, 0x1F),
            Candidate.CENTRAL_DIFFERENCES, new Color(0x8A, 0x93, 0x9F)));

    private GrowthChart() {}

    static XYChart of(Instance instance, Report report) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(instance.title() + ", JDK " + report.feature())
                .xAxisTitle("parameters")
                .yAxisTitle("time of value and gradient / time of the value")
                .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setXAxisMin(10.0);
        chart.getStyler().setXAxisMax(1e6);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
        List<Row> rows = report.growth().stream()
                .filter(row -> row.instance() == instance)
                .toList();
        COLOURS.forEach((candidate, colour) -> addSeries(chart, candidate, colour, rows));
        return chart;
    }

    private static void addSeries(XYChart chart, Candidate candidate, Color colour, List<Row> rows) {
        List<Row> measured = rows.stream()
                .filter(row -> row.figures().containsKey(candidate))
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                candidate.title().replace("`", ""),
                measured.stream().mapToDouble(Row::parameters).toArray(),
                measured.stream()
                        .mapToDouble(row -> row.ratio(candidate, Candidate.VALUE))
                        .toArray());
        series.setLineColor(colour).setLineStyle(new BasicStroke(2));
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
    }

    /** Writes one picture for each problem whose growth was measured, and returns their names. */
    static List<String> write(Report report, Path directory) {
        return report.growth().stream()
                .map(Row::instance)
                .distinct()
                .map(instance -> write(of(instance, report), directory, name(instance, report)))
                .toList();
    }

    static String name(Instance instance, Report report) {
        return "growth-" + instance.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-jdk" + report.feature()
                + ".png";
    }

    private static String write(XYChart chart, Path directory, String name) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        try {
            ImageIO.write(image, "png", directory.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }
}
