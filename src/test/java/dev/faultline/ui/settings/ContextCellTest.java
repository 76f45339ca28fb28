package dev.faultline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.settings.ContextSettings;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ContextLister;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What can be set for a context by a click. */
class ContextCellTest {

  private static final String READ_SECRETS = "Read Secrets for the addresses in them";

  @TempDir private Path home;

  @BeforeAll
  static void platform() throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("testfx.robot", "glass");
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void secretsAreReadOnlyAfterAClickOnABoxThatSaysWhatHappens() {
    try (var background = new Background("test", (what, cause) -> {})) {
      var keeper = new SettingsKeeper(new SettingsStore(new UserFolders(home, home, home)));
      var tools =
          new ScreenTools(
              new Messages(Locale.ENGLISH),
              Runnable::run,
              background,
              Clock.systemUTC(),
              new Refusing());
      var model = new SettingsViewModel(tools, keeper, new Nothing(), home);
      var box =
          onFx(() -> box(new ContextCell("eu", keeper.settings().forContext("eu"), model, tools)));

      assertThat(box.isSelected()).isFalse();
      assertThat(box.getTooltip().getText())
          .isEqualTo(
              "Values are read, the hosts they name are kept, and the values are dropped at once.");
      click(box);
      assertThat(eu(keeper)).isEqualTo(ContextSettings.startingFor("eu").withSecretAddresses(true));
      assertThat(onFx(() -> box(new ContextCell("eu", eu(keeper), model, tools)).isSelected()))
          .isTrue();
      click(box);
      assertThat(eu(keeper).secretAddresses()).isFalse();
    }
  }

  private static ContextSettings eu(SettingsKeeper keeper) {
    return keeper.settings().forContext("eu");
  }

  private static CheckBox box(ContextCell cell) {
    return cell.root().getChildren().stream()
        .filter(CheckBox.class::isInstance)
        .map(CheckBox.class::cast)
        .filter(box -> box.getText().equals(READ_SECRETS))
        .findFirst()
        .orElseThrow();
  }

  private static void click(CheckBox box) {
    onFx(
        () -> {
          box.fire();
          return true;
        });
  }

  private static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
  }

  private static final class Nothing implements ContextLister {
    @Override
    public Listing known(Optional<Path> kubeconfig) {
      return new Listing(List.of(), List.of());
    }

    @Override
    public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
      return known(kubeconfig);
    }
  }
}
