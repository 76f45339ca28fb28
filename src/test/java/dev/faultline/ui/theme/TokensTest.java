package dev.faultline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read, in both themes; colours are named in one place only. */
class TokensTest {

  /** What WCAG AA asks of text of this size. */
  private static final double READABLE = 4.5;

  private static final List<String> GROUNDS = List.of("canvas", "surface", "raised", "inset");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyTextIsReadableOnItsGround(boolean dark) {
    var tokens = Tokens.of(dark);
    var unreadable = new ArrayList<String>();
    for (String ground : GROUNDS) {
      for (String text : List.of("text", "muted", "accent", "ok", "warn", "fail", "changed")) {
        check(tokens, text, ground, unreadable);
      }
    }
    for (String tone : List.of("accent", "ok", "warn", "fail", "changed")) {
      check(tokens, tone, tone + "-subtle", unreadable);
      check(tokens, "text", tone + "-subtle", unreadable);
    }
    for (String ground : List.of("added", "added-mark", "removed", "removed-mark")) {
      check(tokens, "text", ground, unreadable);
    }
    check(tokens, "on-accent", "accent-button", unreadable);
    check(tokens, "on-danger", "danger", unreadable);

    assertThat(unreadable).isEmpty();
  }

  @Test
  void bothThemesKnowTheSameColours() {
    assertThat(Tokens.of(true).all().keySet()).isEqualTo(Tokens.of(false).all().keySet());
  }

  @Test
  void otherStyleSheetsNameNoColourOfTheirOwn() throws IOException {
    var colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");
    try (Stream<Path> sheets = Files.list(Path.of("src/main/resources/css"))) {
      for (Path sheet :
          sheets.filter(path -> !path.getFileName().toString().startsWith("tokens")).toList()) {
        assertThat(colour.matcher(Files.readString(sheet)).results().map(r -> r.group()))
            .as(sheet.toString())
            .isEmpty();
      }
    }
  }

  private static void check(Tokens tokens, String text, String ground, List<String> unreadable) {
    double contrast = contrast(tokens.colour(text), tokens.colour(ground));
    if (contrast < READABLE) {
      unreadable.add("%s on %s: %.2f".formatted(text, ground, contrast));
    }
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
