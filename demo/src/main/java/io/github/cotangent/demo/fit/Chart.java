package io.github.cotangent.demo.fit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of one problem: the observations over the first predictor, and the fitted curve. */
final class Chart {

    static final Color INK = new Color(0x24, 0x2C, 0x38);

    private static final Color GRID = new Color(0xE8, 0xEB, 0xEF);
    private static final Color OBSERVATIONS = new Color(0x2B, 0x6C, 0xB0);
    private static final Color CURVE = new Color(0xD9, 0x48, 0x2B);
    /** One colour for each value of a second predictor, from low to high. */
    private static final Color[] LEVELS = {
        new Color(0x2B, 0x6C, 0xB0),
        new Color(0x2A, 0x9D, 0x8F),
        new Color(0xE0, 0x9F, 0x1F),
        new Color(0xD9, 0x48, 0x2B)
    };

    private static final int OPACITY = 0x90;
    private static final int CURVE_POINTS = 500;

    private final Result result;
    private final NistProblem problem;
    private final XYChart chart;

    private Chart(Result result) {
        this.result = result;
        this.problem = result.problem();
        this.chart = new XYChartBuilder()
                .title(title())
                .xAxisTitle(problem.variables().get(1))
                .yAxisTitle(problem.variables().get(0))
                .build();
    }

    static XYChart of(Result result) {
        Chart chart = new Chart(result);
        chart.style();
        if (result.problem().x().length == 1) {
            chart.onePredictor();
        } else {
            chart.twoPredictors();
        }
        return chart.chart;
    }

    private String title() {
        return String.format(
                Locale.ROOT, "%s: %.1f digits", problem.name(), result.parameterDigits(JacobianSource.GENERATED));
    }

    private void onePredictor() {
        double[] x = problem.x()[0];
        observations("observations", x, problem.y(), OBSERVATIONS);
        double[] grid = grid(x);
        curve("fit", CURVE, grid, new double[][] {grid});
        chart.getStyler().setLegendVisible(false);
    }

    /** One colour and one curve for each value of the second predictor. */
    private void twoPredictors() {
        double[] x = problem.x()[0];
        double[] levels = Arrays.stream(problem.x()[1]).distinct().sorted().toArray();
        double[] grid = grid(x);
        for (int k = 0; k < levels.length; k++) {
            double level = levels[k];
            Color color = LEVELS[k % LEVELS.length];
            int[] rows = IntStream.range(0, x.length)
                    .filter(i -> problem.x()[1][i] == level)
                    .toArray();
            String name =
                    String.format(Locale.ROOT, "%s %.0f", problem.variables().get(2), level);
            observations(name, pick(x, rows), pick(problem.y(), rows), color);
            double[] constant = new double[grid.length];
            Arrays.fill(constant, level);
            curve(name + " fit", color, grid, new double[][] {grid, constant});
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] grid(double[] x) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double[] grid = new double[CURVE_POINTS];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = low + (high - low) * i / (grid.length - 1);
        }
        return grid;
    }

    private void observations(String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    }

    private void curve(String name, Color color, double[] grid, double[][] x) {
        Fit fit = result.fits().get(JacobianSource.GENERATED);
        if (fit.failure().isPresent()) {
            return;
        }
        double[] y = Catalogue.model(problem.name()).at(x).value(fit.parameters());
        XYSeries series = chart.addSeries(name, grid, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        series.setShowInLegend(false);
    }

    private void style() {
        XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartPadding(12);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        styler.setChartTitlePadding(6);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotMargin(0);
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(GRID);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setYAxisTickMarkSpacingHint(50);
        styler.setMarkerSize(problem.y().length > 100 ? 7 : 9);
        styler.setDecimalPattern("#,##0.######");
        styler.setLegendPosition(LegendPosition.InsideSW);
        styler.setLegendLayout(LegendLayout.Vertical);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(new Color(0xFF, 0xFF, 0xFF, 0xC0));
    }
}
