package dev.faultline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The colours of a theme, read from its style sheet: a canvas and an exported picture can't look
 * colours up as nodes do.
 */
public final class Tokens {

  private static final Pattern TOKEN = Pattern.compile("(-fl-[a-z-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");

  private final Map<String, Color> colours;

  private Tokens(Map<String, Color> colours) {
    this.colours = colours;
  }

  /** The tokens of the light or the dark theme. */
  public static Tokens of(boolean dark) {
    return read(dark ? Themes.DARK_TOKENS : Themes.LIGHT_TOKENS);
  }

  /** The colour of a token, named as in the style sheet without {@code -fl-}. */
  public Color colour(String name) {
    return Optional.ofNullable(colours.get("-fl-" + name))
        .orElseThrow(() -> new IllegalArgumentException("there is no colour -fl-" + name));
  }

  /** All of them, by their name in the style sheet. */
  public Map<String, Color> all() {
    return colours;
  }

  private static Tokens read(String resource) {
    try (InputStream in = Tokens.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the style sheet " + resource + " is missing");
      }
      var colours = new LinkedHashMap<String, Color>();
      Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        colours.put(matcher.group(1), Color.web(matcher.group(2)));
      }
      return new Tokens(Collections.unmodifiableMap(colours));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
