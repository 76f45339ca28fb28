package dev.faultline.ui.settings;

import dev.faultline.settings.ContextSettings;
import dev.faultline.settings.Settings;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.WindowSettings.Theme;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.ContextLister;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings as they stand; every change holds at once. */
public final class SettingsViewModel {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScreenTools tools;
  private final SettingsKeeper keeper;
  private final ContextLister lister;
  private final Path platformLogs;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<List<String>> contexts =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * @param platformLogs where the log goes if nothing else is set
   */
  public SettingsViewModel(
      ScreenTools tools, SettingsKeeper keeper, ContextLister lister, Path platformLogs) {
    this.tools = tools;
    this.keeper = keeper;
    this.lister = lister;
    this.platformLogs = platformLogs;
    this.settings = new ReadOnlyObjectWrapper<>(keeper.settings());
  }

  void follow(Subscriptions subscriptions) {
    subscriptions.add(keeper.subscribe(changed -> tools.fx().execute(() -> settings.set(changed))));
    settings.set(keeper.settings());
    tools
        .background()
        .start("reading the kubeconfig", PATIENCE, () -> lister.known(Optional.empty()))
        .whenDone(end -> end.result().ifPresent(known -> tools.fx().execute(() -> show(known))));
  }

  ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The contexts of the kubeconfig and of the settings, by name. */
  ReadOnlyObjectProperty<List<String>> contextsProperty() {
    return contexts.getReadOnlyProperty();
  }

  Path file() {
    return keeper.file();
  }

  /** Why the settings file could not be used, if it could not. */
  Optional<String> trouble() {
    return keeper.trouble();
  }

  Path logFolder() {
    return settings.get().logFolder().orElse(platformLogs);
  }

  void setTheme(Theme theme) {
    keeper.change(old -> old.withWindow(old.window().withTheme(theme)));
  }

  void setFontSize(int size) {
    keeper.change(old -> old.withWindow(old.window().withFontSize(size)));
  }

  void setLogFolder(Optional<Path> folder) {
    keeper.change(old -> old.withLogFolder(folder));
  }

  void chooseLogFolder() {
    tools
        .dialogs()
        .chooseFolder(
            tools.say("settings.chooseLogFolder"), folder -> setLogFolder(Optional.of(folder)));
  }

  void changeContext(String name, UnaryOperator<ContextSettings> change) {
    keeper.change(old -> old.withContext(name, change.apply(old.forContext(name))));
  }

  /** Sets the namespaces to look at, parted by commas or blanks; none means all. */
  void setNamespaces(String name, String text) {
    var namespaces = text.isBlank() ? List.<String>of() : List.of(text.strip().split("[,\\s]+"));
    changeContext(name, old -> old.withNamespaces(namespaces));
  }

  /** Where a kind of telemetry server is, as it may be shown: a password in a URL is left out. */
  static String shown(ContextSettings set, TelemetryKind kind) {
    var said = Optional.ofNullable(set.telemetry().get(name(kind))).orElse("");
    return said.replaceFirst("//[^/@]*@", "//…@");
  }

  /**
   * Sets where a kind of telemetry server is: a URL, {@code off}, or nothing for what is found.
   * What is shown already changes nothing, as a password may be left out of it.
   */
  void setTelemetry(String context, TelemetryKind kind, String text) {
    var said = text.strip();
    if (!said.equals(shown(keeper.settings().forContext(context), kind))) {
      var place = Optional.of(said).filter(one -> !one.isEmpty() && !one.equals("auto"));
      changeContext(context, old -> old.withTelemetry(name(kind), place));
    }
  }

  private static String name(TelemetryKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void show(ContextLister.Listing known) {
    var names = new TreeSet<>(keeper.settings().contexts().keySet());
    known.contexts().forEach(context -> names.add(context.name()));
    contexts.set(List.copyOf(names));
  }
}
