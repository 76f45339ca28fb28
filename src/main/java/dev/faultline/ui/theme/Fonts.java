package dev.faultline.ui.theme;

import java.util.List;
import javafx.scene.text.Font;

/** The fonts that Faultline brings along: Inter for the interface, JetBrains Mono for code. */
final class Fonts {

  private static final List<String> FILES =
      List.of(
          "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Bold.ttf");

  private Fonts() {}

  /** Makes them known to JavaFX; where one can't be loaded, the system's font stands in. */
  static void load() {
    for (String file : FILES) {
      var url = Fonts.class.getResource(file);
      if (url != null) {
        Font.loadFont(url.toExternalForm(), 13);
      }
    }
  }
}
