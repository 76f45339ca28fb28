package dev.faultline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ContextLister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {

  private static final String SECRET = "https://kim:pl4nted-mimir-pw@mimir.example.org/prometheus";

  @TempDir private Path home;
  private final Background background = new Background("test", (what, cause) -> {});
  private Optional<SettingsKeeper> kept = Optional.empty();

  @BeforeEach
  void somethingIsSet() throws IOException {
    var folders =
        new UserFolders(home.resolve("config"), home.resolve("data"), home.resolve("logs"));
    var store = new SettingsStore(folders);
    Files.createDirectories(store.file().getParent());
    Files.writeString(
        store.file(),
        "contexts:\n  prod: {telemetry: {prometheus: '%s', zipkin: off}}\n".formatted(SECRET));
    kept = Optional.of(new SettingsKeeper(store));
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void aServerOfTelemetryIsSetAndTakenBack() {
    model().setTelemetry("prod", TelemetryKind.JAEGER, " https://jaeger.example.org ");
    assertThat(telemetry()).containsEntry("jaeger", "https://jaeger.example.org");

    model().setTelemetry("prod", TelemetryKind.JAEGER, "auto");
    model().setTelemetry("prod", TelemetryKind.ZIPKIN, "");
    assertThat(telemetry()).containsOnlyKeys("prometheus");
    assertThat(keeper().settings().forContext("prod").protectedContext()).isTrue();
  }

  @Test
  void aPasswordInAUrlIsNotShownAndNotLostByLookingAtIt() {
    var shown =
        SettingsViewModel.shown(keeper().settings().forContext("prod"), TelemetryKind.PROMETHEUS);
    assertThat(shown).isEqualTo("https://…@mimir.example.org/prometheus");

    model().setTelemetry("prod", TelemetryKind.PROMETHEUS, shown);

    assertThat(telemetry()).containsEntry("prometheus", SECRET);
  }

  @Test
  void toLookAtAContextOfWhichNothingIsSetSetsNothing() {
    model().setTelemetry("staging", TelemetryKind.PROMETHEUS, "");

    assertThat(keeper().settings().contexts()).containsOnlyKeys("prod");
  }

  private Map<String, String> telemetry() {
    return keeper().settings().forContext("prod").telemetry();
  }

  private SettingsKeeper keeper() {
    return kept.orElseThrow();
  }

  private SettingsViewModel model() {
    var tools =
        new ScreenTools(
            new Messages(Locale.ENGLISH),
            Runnable::run,
            background,
            Clock.systemUTC(),
            new Refusing());
    return new SettingsViewModel(tools, keeper(), new Nothing(), home);
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
