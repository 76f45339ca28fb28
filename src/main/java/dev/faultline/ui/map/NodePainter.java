package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.Members;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.model.Health.Status;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.theme.Tokens;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws nodes on a canvas: from afar a box and, where something is wrong, its mark at a size that
 * can be seen; nearer the name too; for an exported picture all that is written on a node.
 */
final class NodePainter {

  private static final double NAMED = 0.24;
  private static final double SMALLEST_TEXT = 9;
  private static final double MARK = 15;

  private final Tokens tokens;
  private final boolean whole;
  private final Words words;

  NodePainter(Tokens tokens, boolean whole, Words words) {
    this.tokens = tokens;
    this.whole = whole;
    this.words = words;
  }

  void draw(GraphicsContext on, MapNode node, Camera camera) {
    var box = camera.toView(node.box());
    double scale = camera.scale();
    ground(on, node, box, scale);
    if (node.facts().entry()) {
      entry(on, box, scale);
    }
    if (whole) {
      writing(on, node, box, scale);
    } else if (scale >= NAMED) {
      name(on, node, box, scale);
    } else if (isNotWell(node)) {
      double size = Math.max(9, 22 * scale);
      mark(on, node, box.centre().x() - size / 2, box.centre().y() - size / 2, size);
    }
  }

  private void ground(GraphicsContext on, MapNode node, Box box, double scale) {
    double corner = 2 * MapLook.CORNER * scale;
    on.setFill(tokens.colour("raised"));
    on.fillRoundRect(box.x(), box.y(), box.width(), box.height(), corner, corner);
    on.setStroke(tokens.colour(MapLook.border(node)));
    on.setLineWidth(Math.max(1, MapLook.borderWidth(node) * scale));
    if (MapLook.isOutside(node) && scale >= NAMED) {
      on.setLineDashes(4, 3);
    } else {
      on.setLineDashes();
    }
    on.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), corner, corner);
    on.setLineDashes();
  }

  /** From afar as large as that it can still be seen. */
  private void entry(GraphicsContext on, Box box, double scale) {
    double size = Math.max(scale, 0.55);
    on.save();
    on.translate(box.x(), box.y() + MapLook.ENTRY_TOP * scale);
    on.scale(size, size);
    stroke(on, MapLook.ENTRY, tokens.colour("text"), MapLook.ENTRY_WIDTH, false);
    on.restore();
  }

  private void name(GraphicsContext on, MapNode node, Box box, double scale) {
    double font = Math.max(SMALLEST_TEXT, 13 * scale);
    double left = 6 * scale + 3;
    if (isNotWell(node) || scale > 0.38) {
      double size = Math.max(9, MARK * scale);
      mark(on, node, box.x() + left, box.centre().y() - size / 2, size);
      left += size + 4;
    }
    text(
        on,
        node.label(),
        "text",
        Font.font("Inter SemiBold", font),
        box.x() + left,
        box.centre().y() + font * 0.36,
        box.width() - left - 3);
  }

  /** The same arrangement as that of {@link NodeCard}. */
  private void writing(GraphicsContext on, MapNode node, Box box, double scale) {
    var facts = node.facts();
    mark(on, node, box.x() + 11 * scale, box.y() + 10.5 * scale, MARK * scale);
    text(
        on,
        node.label(),
        "text",
        Font.font("Inter SemiBold", 13 * scale),
        box.x() + 34 * scale,
        box.y() + 23 * scale,
        box.width() - 44 * scale);
    if (facts.members().isPresent()) {
      folded(on, facts, facts.members().get(), box, scale);
      return;
    }
    var mono = Font.font("JetBrains Mono", 11.5 * scale);
    double line = box.y() + 42 * scale;
    double left = box.x() + 11 * scale;
    var written = NodeWriting.of(facts, words);
    double room = written.badge().isEmpty() ? 120 : 90;
    text(on, written.version(), "muted", mono, left, line, room * scale);
    if (!written.badge().isEmpty()) {
      int before = written.version().length();
      double at = left + (before == 0 ? 0 : (before * 7 + 7) * scale);
      var age = written.badge();
      on.setFill(tokens.colour(MapLook.badge(facts) + "-subtle"));
      on.fillRoundRect(
          at,
          line - 11.5 * scale,
          (age.length() * 6.2 + 12) * scale,
          16 * scale,
          8 * scale,
          8 * scale);
      text(
          on,
          age,
          MapLook.badge(facts),
          Font.font("Inter", 11.5 * scale),
          at + 6 * scale,
          line,
          150 * scale);
    }
    on.setTextAlign(TextAlignment.RIGHT);
    text(
        on,
        written.replicas(),
        "muted",
        Font.font("Inter", 12 * scale),
        box.right() - 11 * scale,
        line,
        60 * scale);
    on.setTextAlign(TextAlignment.LEFT);
  }

  private void folded(GraphicsContext on, NodeFacts facts, Members members, Box box, double scale) {
    var font = Font.font("Inter", 12 * scale);
    var room = box.width() - 22 * scale;
    text(on, words.count(members), "muted", font, box.x() + 11 * scale, box.y() + 44 * scale, room);
    on.setTextAlign(TextAlignment.RIGHT);
    text(
        on,
        words.badge(facts),
        MapLook.badge(facts),
        Font.font("Inter", 11.5 * scale),
        box.right() - 11 * scale,
        box.y() + 22 * scale,
        60 * scale);
    on.setTextAlign(TextAlignment.LEFT);
    bar(on, members, box.x() + 11 * scale, box.y() + 57 * scale, room, 5 * scale);
  }

  private void bar(
      GraphicsContext on, Members members, double x, double y, double width, double height) {
    double at = x;
    for (HealthBar.Part part : HealthBar.parts(members, width)) {
      on.setFill(tokens.colour(HealthBar.colour(part.status())));
      on.fillRect(at, y, part.share() * width, height);
      at += part.share() * width;
    }
  }

  private void text(
      GraphicsContext on, String text, String colour, Font font, double x, double y, double room) {
    on.setFill(tokens.colour(colour));
    on.setFont(font);
    int fits = (int) (room / (font.getSize() * 0.58));
    on.fillText(
        text.length() <= fits ? text : text.substring(0, Math.max(0, fits - 1)) + "…", x, y);
  }

  private void mark(GraphicsContext on, MapNode node, double x, double y, double size) {
    var mark = Words.mark(node.facts().status());
    on.save();
    on.translate(x, y);
    on.scale(size / Mark.SIZE, size / Mark.SIZE);
    var colour = tokens.colour(mark.colour());
    if (mark.hollow()) {
      stroke(
          on,
          mark.outline(),
          mark == Mark.PROGRESSING ? tokens.colour("line") : colour,
          1.5,
          mark.dashed());
      stroke(on, mark.glyph(), colour, 1.7, false);
    } else {
      on.setFill(colour);
      on.beginPath();
      on.appendSVGPath(mark.outline());
      on.fill();
      stroke(on, mark.glyph(), tokens.colour("on-mark"), 1.7, false);
    }
    on.restore();
  }

  private static void stroke(
      GraphicsContext on, String path, Color colour, double width, boolean dashed) {
    on.setStroke(colour);
    on.setLineWidth(width);
    on.setLineCap(StrokeLineCap.ROUND);
    if (dashed) {
      on.setLineDashes(2.6, 2.2);
      on.setLineCap(StrokeLineCap.BUTT);
    } else {
      on.setLineDashes();
    }
    on.beginPath();
    on.appendSVGPath(path);
    on.stroke();
    on.setLineDashes();
  }

  private static boolean isNotWell(MapNode node) {
    return node.facts().status() == Status.FAILING
        || node.facts().status() == Status.DEGRADED
        || (node.facts().status() == Status.UNKNOWN && !MapLook.isOutside(node));
  }
}
