package org.clientele.examples.reports;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;

/** A chart as an element of SVG that takes its colours from the page around it, by day and by night. */
final class Svg {

    /** Colours that no chart has, and that stand for those of the page. */
    private static final Color INK = new Color(1, 2, 3);

    private static final Color LINES = new Color(4, 5, 6);
    private static final Color NONE = new Color(0, 0, 0, 0);
    private static final Color[] BARS = new Color[8];

    /** Letters are drawn as paths with a dozen decimals, of which nobody sees more than one. */
    private static final Pattern DECIMALS = Pattern.compile("(\\d\\.\\d)\\d+");

    static {
        for (int i = 0; i < BARS.length; i++) {
            BARS[i] = new Color(10, i + 1, i + 1);
        }
    }

    private Svg() {}

    /** Gives a chart the colours that {@link #of} replaces. */
    static void style(CategoryStyler styler) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        styler.setAxisTickLabelsFont(font)
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(LINES)
                .setPlotGridLinesColor(LINES)
                .setPlotGridVerticalLinesVisible(false)
                .setYAxisDecimalPattern("#,##0.##");
        styler.setChartTitleVisible(false)
                .setLegendVisible(false)
                .setChartFontColor(INK)
                .setSeriesColors(BARS)
                .setChartBackgroundColor(NONE);
        styler.setPlotBackgroundColor(NONE).setPlotBorderVisible(false);
    }

    /**
     * The element.
     *
     * @param id what the names within begin with, so that several can stand in one page
     */
    static String of(String id, String title, CategoryChart chart) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Processors.get("svg")
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, chart.getWidth(), chart.getHeight()))
                    .writeTo(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return inPage(id, title, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Without what stands before the element. */
    private static String inPage(String id, String title, String document) {
        String svg = DECIMALS.matcher(document.substring(document.indexOf("<svg")))
                .replaceAll("$1")
                .replace("id=\"clip", "id=\"" + id + "-clip")
                .replace("url(#clip", "url(#" + id + "-clip")
                .replace("<svg ", "<svg role=\"img\" aria-label=\"" + Text.html(title) + "\" ")
                .replace("rgb(1,2,3)", "var(--ink)")
                .replace("rgb(4,5,6)", "var(--line)");
        for (int i = 1; i <= BARS.length; i++) {
            svg = svg.replace("rgb(10," + i + "," + i + ")", "var(--bar-" + i + ")");
        }
        return svg;
    }
}
