package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.Curve;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Members;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.theme.Tokens;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/** Writes a scene as SVG, a picture that can be enlarged without loss. Needs no window. */
final class SvgPicture {

  private static final double MARGIN = 24;
  private static final int NAME_FITS = 18;

  private final Tokens tokens;
  private final Frames frames;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private SvgPicture(Tokens tokens, Frames frames) {
    this.tokens = tokens;
    this.frames = frames;
    this.words = frames.words();
  }

  /** The whole scene as a document. */
  static String of(MapScene scene, Tokens tokens, Frames frames) {
    return new SvgPicture(tokens, frames).write(scene);
  }

  private String write(MapScene scene) {
    var box = scene.bounds().grown(MARGIN);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\""
            + " height=\"%s\" font-family=\"Inter, sans-serif\" font-size=\"13\">\n",
        box.x(), box.y(), box.width(), box.height(), box.width(), box.height());
    rectangle(box, 0, "canvas", "none", 0, "");
    scene.groups().forEach(this::frame);
    scene.edges().forEach(this::edge);
    FrameLabels.of(scene, Camera.AT_FIRST, frames).forEach(this::label);
    scene.nodes().forEach(this::node);
    return out.append("</svg>\n").toString();
  }

  private void frame(MapGroup group) {
    rectangle(group.box(), MapLook.FRAME_CORNER, "none", "line", 1, "3 4");
  }

  private void label(FrameLabels.Label label) {
    text(label.text(), label.box().x(), label.baseline(), "muted", label.size(), "");
  }

  private void edge(MapEdge edge) {
    var path = new StringBuilder();
    for (Curve curve : edge.own()) {
      path.append(
          format(
              "M%s %sC%s %s %s %s %s %s",
              curve.from().x(),
              curve.from().y(),
              curve.handle1().x(),
              curve.handle1().y(),
              curve.handle2().x(),
              curve.handle2().y(),
              curve.to().x(),
              curve.to().y()));
    }
    var colour = colour(MapLook.colour(edge));
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
            + " stroke-opacity=\"%s\" stroke-dasharray=\"%s\"/>\n",
        path,
        colour,
        MapLook.width(edge),
        MapLook.opacity(edge),
        Arrays.stream(MapLook.dashes(EdgeKind.of(edge.dependency())))
            .mapToObj(SvgPicture::number)
            .collect(Collectors.joining(" ")));
    head(edge, colour);
    var sign = MapLook.sign(edge);
    if (!sign.isEmpty()) {
      MapLook.middle(edge)
          .ifPresent(
              at -> {
                rectangle(
                    new Box(at.x() - 8, at.y() - 8, 16, 16),
                    8,
                    "canvas",
                    MapLook.colour(edge),
                    1.4,
                    "");
                text(
                    sign,
                    at.x(),
                    at.y() + 4.5,
                    MapLook.colour(edge),
                    13,
                    " text-anchor=\"middle\"");
              });
    }
  }

  private void head(MapEdge edge, String colour) {
    var last = edge.route().curves().getLast();
    var tip = last.to();
    double degrees =
        Math.toDegrees(Math.atan2(tip.y() - last.handle2().y(), tip.x() - last.handle2().x()));
    add(
        "<path d=\"M0 0L-9 -4.6L-9 4.6Z\" fill=\"%s\" transform=\"translate(%s %s)"
            + " rotate(%s)\"/>\n",
        colour, tip.x(), tip.y(), degrees);
  }

  private void node(MapNode node) {
    var box = node.box();
    var facts = node.facts();
    add("<g><title>%s</title>\n", escaped(node.subject().path()));
    rectangle(
        box,
        MapLook.CORNER,
        "raised",
        MapLook.border(node),
        MapLook.borderWidth(node),
        MapLook.isOutside(node) ? "4 3" : "");
    if (facts.entry()) {
      entry(box);
    }
    mark(Words.mark(facts.status()), box.x() + 11, box.y() + 10.5);
    text(cut(node.label()), box.x() + 34, box.y() + 23, "text", 13, " font-weight=\"600\"");
    if (facts.members().isPresent()) {
      folded(box, facts, facts.members().get());
      out.append("</g>\n");
      return;
    }
    var written = NodeWriting.of(facts, words);
    var mono = " font-family=\"JetBrains Mono, monospace\"";
    text(written.version(), box.x() + 11, box.y() + 42, "muted", 11.5, mono);
    int before = written.version().length();
    double x = box.x() + (before == 0 ? 11 : 18 + before * 7);
    text(written.badge(), x, box.y() + 42, MapLook.badge(facts), 11.5, "");
    text(written.replicas(), box.right() - 11, box.y() + 42, "muted", 12, " text-anchor=\"end\"");
    out.append("</g>\n");
  }

  private void entry(Box box) {
    add(
        "<path class=\"entry\" d=\"%s\" transform=\"translate(%s %s)\" fill=\"none\" stroke=\"%s\""
            + " stroke-width=\"%s\" stroke-linecap=\"round\"><title>%s</title></path>\n",
        MapLook.ENTRY,
        box.x(),
        box.y() + MapLook.ENTRY_TOP,
        colour("text"),
        MapLook.ENTRY_WIDTH,
        escaped(words.entry()));
  }

  private void folded(Box box, NodeFacts facts, Members members) {
    text(words.count(members), box.x() + 11, box.y() + 44, "muted", 12, "");
    var changed = words.badge(facts);
    text(
        changed,
        box.right() - 11,
        box.y() + 22,
        MapLook.badge(facts),
        11.5,
        " text-anchor=\"end\"");
    double width = box.width() - 22;
    double x = box.x() + 11;
    for (HealthBar.Part part : HealthBar.parts(members, width)) {
      double share = part.share() * width;
      var colour = HealthBar.colour(part.status());
      rectangle(new Box(x, box.y() + 57, share, 5), 0, colour, "none", 0, "");
      x += share;
    }
  }

  private void mark(Mark mark, double x, double y) {
    var colour = colour(mark.colour());
    add("<g transform=\"translate(%s %s) scale(%s)\">", x, y, 15 / Mark.SIZE);
    add(
        "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"%s\"/>",
        mark.outline(),
        mark.hollow() ? "none" : colour,
        mark.hollow() ? colour : "none",
        mark.dashed() ? "2.6 2.2" : "");
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.7\"/></g>\n",
        mark.glyph(), mark.hollow() ? colour : colour("on-mark"));
  }

  private void rectangle(
      Box box, double corner, String fill, String stroke, double width, String dashes) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"%s\" stroke-dasharray=\"%s\"/>\n",
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        corner,
        fill.equals("none") ? fill : colour(fill),
        stroke.equals("none") ? stroke : colour(stroke),
        width,
        dashes);
  }

  private void text(String text, double x, double y, String colour, double size, String more) {
    if (!text.isEmpty()) {
      add(
          "<text x=\"%s\" y=\"%s\" fill=\"%s\" font-size=\"%s\"%s>%s</text>\n",
          x, y, colour(colour), size, more, escaped(text));
    }
  }

  private static String cut(String name) {
    return name.length() <= NAME_FITS ? name : name.substring(0, NAME_FITS - 1) + "…";
  }

  private String colour(String token) {
    return hex(tokens.colour(token));
  }

  private static String hex(Color colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }

  private void add(String pattern, Object... values) {
    out.append(format(pattern, values));
  }

  private static String format(String pattern, Object... values) {
    var shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = values[i] instanceof Double number ? number(number) : values[i];
    }
    return String.format(Locale.ROOT, pattern, shown);
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.2f", number);
  }

  /** Text as XML 1.0 allows it: names come from clusters, and a cluster may be hostile. */
  static String escaped(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
