package dev.faultline.ui.map;

import dev.faultline.concurrent.Outcome;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.theme.Tokens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes the map to a file that the user names. */
final class Export {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final ScreenTools tools;
  private final Frames frames;

  /** The kinds of file. */
  enum Format {
    PNG,
    SVG;

    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Fills a file. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  Export(ScreenTools tools, Frames frames) {
    this.tools = tools;
    this.frames = frames;
  }

  /** Asks where to, then draws and writes. */
  void save(Format format, MapScene scene, Tokens tokens) {
    tools
        .dialogs()
        .saveFile(
            tools.say("map.export-title"),
            "faultline-map." + format.ending(),
            file -> {
              switch (format) {
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

  /** Written beside it, then moved: a picture is there whole or not at all. */
  private void write(Path file, Content content) {
    tools
        .background()
        .start(
            tools.say("map.task-export"),
            DEADLINE,
            () -> {
              var beside = file.resolveSibling(file.getFileName() + ".part");
              try (var out = Files.newOutputStream(beside)) {
                content.writeTo(out);
              }
              Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
              return file;
            })
        .whenDone(
            outcome ->
                tools
                    .fx()
                    .execute(
                        () -> {
                          switch (outcome) {
                            case Outcome.Done<Path>(Path written) ->
                                tools.dialogs().tell(tools.say("map.exported", written));
                            case Outcome.Failed<Path>(Throwable cause) ->
                                tools.dialogs().failed(tools.say("map.task-export"), cause);
                            case Outcome.TimedOut<Path> ignored ->
                                tools.dialogs().tell(tools.say("map.export-too-slow"));
                            case Outcome.Cancelled<Path> ignored -> {
                              // The window is being closed.
                            }
                          }
                        }));
  }
}
