package dev.faultline.app;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Writes what a window shows into a small file: 256 colours that fit it best. */
final class Picture {

  private static final int COLOURS = 256;

  private Picture() {}

  static Path write(Image image, Path file) {
    int width = (int) image.getWidth();
    int[] pixels = pixels(image);
    var palette = palette(pixels);
    var picture =
        new BufferedImage(
            width,
            (int) image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
    var raster = picture.getRaster();
    var known = new HashMap<Integer, Integer>();
    for (int i = 0; i < pixels.length; i++) {
      int index = known.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
      raster.setSample(i % width, i / width, 0, index);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      compress(picture, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The colours of all pixels, row by row. */
  static int[] pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  /**
   * Again and again the colour that the ones before fit worst, over all its pixels: a small mark
   * keeps its own, and files repeat.
   */
  private static int[] palette(int[] pixels) {
    var uses = new TreeMap<Integer, Integer>();
    for (int pixel : pixels) {
      uses.merge(pixel, 1, Integer::sum);
    }
    int[] colours = uses.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] counts = uses.values().stream().mapToInt(Integer::intValue).toArray();
    int[] misfits = new int[colours.length];
    Arrays.fill(misfits, distance(0, 0xffffff));
    int[] palette = new int[Math.min(COLOURS, colours.length)];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = colours[worst(misfits, counts)];
      for (int j = 0; j < colours.length; j++) {
        misfits[j] = Math.min(misfits[j], distance(palette[i], colours[j]));
      }
    }
    return palette;
  }

  private static int worst(int[] misfits, int[] counts) {
    int worst = 0;
    for (int i = 0; i < misfits.length; i++) {
      if ((long) misfits[i] * counts[i] > (long) misfits[worst] * counts[worst]) {
        worst = i;
      }
    }
    return worst;
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    for (int i = 0; i < palette.length; i++) {
      if (distance(palette[i], colour) < distance(palette[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int apart = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += apart * apart;
    }
    return sum;
  }

  private static void compress(BufferedImage picture, Path file) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
      var smallest = writer.getDefaultWriteParam();
      smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      smallest.setCompressionQuality(0);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), smallest);
    } finally {
      writer.dispose();
    }
  }
}
