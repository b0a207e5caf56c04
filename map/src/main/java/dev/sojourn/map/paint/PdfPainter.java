package dev.sojourn.map.paint;

import dev.sojourn.map.font.GlyphRun;
import dev.sojourn.map.font.Outlines;
import dev.sojourn.map.layout.Face;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.layout.Tone;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/// Paints a scene as PDF: lines stay lines, words stay words that can be found and copied, fonts
/// are inside. The same scene gives the same bytes. Stateless.
public final class PdfPainter {

  private static final double FOOT_SIZE = 8;

  private PdfPainter() {}

  /// Writes the document; does not close the stream.
  public static void paint(Scene scene, Theme theme, PageSize size, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      describe(document, scene);
      Outlines outlines = new Outlines();
      List<Figures.Figure> figures = Figures.of(scene, outlines);
      PdfFonts fonts = new PdfFonts(document);
      List<PdfPages.Page> pages = PdfPages.of(scene, size);
      for (int i = 0; i < pages.size(); i++) {
        PdfPages.Page page = pages.get(i);
        PDPage paper = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
        paper.setResources(new PDResources());
        document.addPage(paper);
        try (PDPageContentStream content =
            new PDPageContentStream(
                document, paper, PDPageContentStream.AppendMode.OVERWRITE, true)) {
          background(content, page, theme);
          for (PdfPages.Tile tile : page.tiles()) {
            AffineTransform place = tile.transform(page.height());
            Optional<PDColor> feeling =
                scene.feelingScale().map(f -> feeling(paper.getResources(), f, theme, place));
            tile(
                content,
                tile,
                place,
                figures,
                new PdfCanvas(content, fonts, theme, outlines, feeling));
          }
          if (page.numbered()) {
            String words = foot(scene, i + 1, pages.size());
            PdfCanvas canvas = new PdfCanvas(content, fonts, theme, outlines, Optional.empty());
            content.saveGraphicsState();
            content.transform(new Matrix(new AffineTransform(1, 0, 0, -1, 0, page.height())));
            for (GlyphRun run : Face.SANS.line(words).runs()) {
              canvas.text(
                  run, 28 + run.x() * FOOT_SIZE, page.height() - 20, FOOT_SIZE, Ink.of(Tone.INK_3));
            }
            content.restoreGraphicsState();
          }
        }
      }
      document.save(out);
    }
  }

  private static String foot(Scene scene, int page, int pages) {
    String title =
        scene.title().length() > 160 ? scene.title().substring(0, 159) + "…" : scene.title();
    return title
        + (pages > 1 ? "  ·  page " + page + " of " + pages : "")
        + (scene.synthetic() ? "  ·  synthetic data: all numbers are invented" : "");
  }

  private static void describe(PDDocument document, Scene scene) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(scene.title());
    about.setSubject(scene.description());
    about.setProducer("Sojourn");
    document.setDocumentInformation(about);
    // Its identity comes from what it shows, not from the clock.
    document.setDocumentId((long) scene.items().toString().hashCode());
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private static void background(PDPageContentStream content, PdfPages.Page page, Theme theme)
      throws IOException {
    float[] rgb = PdfCanvas.rgb(theme, Tone.PAPER);
    content.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    content.addRect(0, 0, (float) page.width(), (float) page.height());
    content.fill();
  }

  private static void tile(
      PDPageContentStream content,
      PdfPages.Tile tile,
      AffineTransform place,
      List<Figures.Figure> figures,
      PdfCanvas canvas)
      throws IOException {
    Rectangle2D area = tile.area();
    content.saveGraphicsState();
    content.transform(new Matrix(place));
    content.addRect(
        (float) area.getX(),
        (float) area.getY(),
        (float) area.getWidth(),
        (float) area.getHeight());
    content.clip();
    content.setLineCapStyle(1);
    content.setLineJoinStyle(1);
    for (Figures.Figure figure : figures) {
      Rectangle2D bounds = figure.bounds();
      if (bounds.getMaxX() >= area.getMinX()
          && bounds.getMinX() <= area.getMaxX()
          && bounds.getMaxY() >= area.getMinY()
          && bounds.getMinY() <= area.getMaxY()) {
        figure.painting().accept(canvas);
      }
    }
    content.restoreGraphicsState();
  }

  /// A color that follows the height from good to bad (ISO 32000-2, 8.7.4.5.3).
  private static PDColor feeling(
      PDResources resources, Scene.FeelingScale scale, Theme theme, AffineTransform place) {
    COSDictionary function = new COSDictionary();
    function.setInt(COSName.FUNCTION_TYPE, 3);
    function.setItem(COSName.DOMAIN, numbers(0, 1));
    COSArray parts = new COSArray();
    COSArray bounds = new COSArray();
    COSArray encode = new COSArray();
    List<FeelingStops.Stop> stops = FeelingStops.ALL;
    for (int i = 1; i < stops.size(); i++) {
      COSDictionary part = new COSDictionary();
      part.setInt(COSName.FUNCTION_TYPE, 2);
      part.setItem(COSName.DOMAIN, numbers(0, 1));
      part.setItem(COSName.C0, numbers(PdfCanvas.rgb(theme, stops.get(i - 1).tone())));
      part.setItem(COSName.C1, numbers(PdfCanvas.rgb(theme, stops.get(i).tone())));
      part.setItem(COSName.N, COSInteger.ONE);
      parts.add(part);
      if (i + 1 < stops.size()) {
        bounds.add(new COSFloat((float) stops.get(i).offset()));
      }
      encode.add(COSInteger.ZERO);
      encode.add(COSInteger.ONE);
    }
    function.setItem(COSName.FUNCTIONS, parts);
    function.setItem(COSName.BOUNDS, bounds);
    function.setItem(COSName.ENCODE, encode);
    COSDictionary shading = new COSDictionary();
    shading.setInt(COSName.SHADING_TYPE, PDShading.SHADING_TYPE2);
    shading.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
    shading.setItem(COSName.COORDS, numbers(0, (float) scale.top(), 0, (float) scale.bottom()));
    COSArray extend = new COSArray();
    extend.add(org.apache.pdfbox.cos.COSBoolean.TRUE);
    extend.add(org.apache.pdfbox.cos.COSBoolean.TRUE);
    shading.setItem(COSName.EXTEND, extend);
    shading.setItem(COSName.FUNCTION, function);
    PDShadingPattern pattern = new PDShadingPattern();
    pattern.getCOSObject().setItem(COSName.SHADING, shading);
    pattern.setMatrix(place);
    return new PDColor(resources.add(pattern), new PDPattern(resources));
  }

  private static COSArray numbers(float... values) {
    COSArray array = new COSArray();
    for (float value : values) {
      array.add(new COSFloat(value));
    }
    return array;
  }
}
