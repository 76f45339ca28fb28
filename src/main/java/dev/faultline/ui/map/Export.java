package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapScene;
import dev.faultline.model.Mending;
import dev.faultline.settings.MendedEdges;
import dev.faultline.ui.fx.FileSaver;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.theme.Tokens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes the map to a file that the user names. */
final class Export {

  private final ScreenTools tools;
  private final Frames frames;

  /** The kinds of file. */
  enum Format {
    PNG,
    SVG,
    /** Not the map, but what people said of its edges. */
    MENDED;

    String fileName() {
      return switch (this) {
        case PNG -> "faultline-map.png";
        case SVG -> "faultline-map.svg";
        case MENDED -> "faultline-mended.yaml";
      };
    }
  }

  Export(ScreenTools tools, Frames frames) {
    this.tools = tools;
    this.frames = frames;
  }

  /** Asks where to, then draws and writes. */
  void save(Format format, MapScene scene, Tokens tokens, List<Mending> mendings) {
    tools
        .dialogs()
        .saveFile(
            tools.say("map.export-title"),
            format.fileName(),
            file -> {
              switch (format) {
                case MENDED ->
                    write(
                        file,
                        out ->
                            out.write(MendedEdges.text(mendings).getBytes(StandardCharsets.UTF_8)));
                case SVG ->
                    write(
                        file,
                        out ->
                            out.write(
                                SvgPicture.of(scene, tokens, frames)
                                    .getBytes(StandardCharsets.UTF_8)));
                case PNG ->
                    PngPicture.draw(
                        scene,
                        new ScenePainter(tokens, frames),
                        image -> write(file, out -> png(image, out)));
              }
            });
  }

  private static void png(BufferedImage image, OutputStream out) throws IOException {
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java has no writer for PNG");
    }
  }

  private void write(Path file, FileSaver.Content content) {
    new FileSaver(tools)
        .save(
            tools.say("map.task-export"),
            file,
            content,
            tools.say("map.exported", file.toString()));
  }
}
