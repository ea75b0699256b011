package io.github.cotangent.demo.fit;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** The charts of several results on one picture, in a grid below a heading. */
final class Figure {

    private static final int MOST_COLUMNS = 4;
    private static final int CELL_WIDTH = 640;
    private static final int CELL_HEIGHT = 440;
    private static final int MARGIN = 32;
    private static final int HEADING_HEIGHT = 148;

    private Figure() {}

    static BufferedImage of(List<Result> results) {
        int columns = Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(results.size())));
        int rows = (results.size() + columns - 1) / columns;
        int width = 2 * MARGIN + columns * CELL_WIDTH;
        int height = HEADING_HEIGHT + rows * CELL_HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        heading(canvas);
        for (int i = 0; i < results.size(); i++) {
            int x = MARGIN + i % columns * CELL_WIDTH;
            int y = HEADING_HEIGHT + i / columns * CELL_HEIGHT;
            Graphics2D cell = (Graphics2D) canvas.create(x, y, CELL_WIDTH, CELL_HEIGHT);
            Chart.of(results.get(i)).paint(cell, CELL_WIDTH, CELL_HEIGHT);
            cell.dispose();
        }
        canvas.dispose();
        return image;
    }

    private static void heading(Graphics2D canvas) {
        canvas.setColor(Chart.INK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        canvas.drawString("NIST regression problems", MARGIN, 56);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        canvas.drawString("Dots are observations, lines are curves fitted with generated Jacobians.", MARGIN, 88);
        canvas.drawString("Digits are those shared with the certified parameters.", MARGIN, 112);
    }
}
