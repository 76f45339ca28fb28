package dev.faultline.app;

import dev.faultline.concurrent.Task;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.settings.Settings;
import dev.faultline.settings.WindowSettings;
import dev.faultline.ui.connect.ConnectView;
import dev.faultline.ui.connect.ConnectViewModel;
import dev.faultline.ui.control.ModalLayer;
import dev.faultline.ui.diff.DiffView;
import dev.faultline.ui.diff.DiffViewModel;
import dev.faultline.ui.fx.FxThread;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.MapView;
import dev.faultline.ui.map.MapViewModel;
import dev.faultline.ui.rollback.JournalView;
import dev.faultline.ui.rollback.JournalViewModel;
import dev.faultline.ui.rollback.RollbackDialogs;
import dev.faultline.ui.service.ServiceView;
import dev.faultline.ui.service.ServiceViewModel;
import dev.faultline.ui.services.ServicesView;
import dev.faultline.ui.services.ServicesViewModel;
import dev.faultline.ui.settings.SettingsView;
import dev.faultline.ui.settings.SettingsViewModel;
import dev.faultline.ui.shell.Navigation;
import dev.faultline.ui.shell.ScreenId;
import dev.faultline.ui.shell.ShellView;
import dev.faultline.ui.shell.ShellViewModel;
import dev.faultline.ui.shell.Toasts;
import dev.faultline.ui.shell.WindowDialogs;
import dev.faultline.ui.theme.Themes;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Linker;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.Navigator.ServicePart;
import dev.faultline.workspace.SourceChoice;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything in one window, wired by constructors; closing it ends every link. */
final class WindowContent implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WindowContent.class);

  private final WindowParts parts;
  private final Themes themes;
  private final ModalLayer modals = new ModalLayer();
  private final Toasts toasts = new Toasts();
  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final Activities activities;
  private final ShellViewModel shell;
  private final MapViewModel map;
  private final ServicesViewModel services;
  private final ServiceViewModel service;
  private final DiffViewModel diff;
  private final JournalViewModel journal;
  private final RollbackDialogs rollbacks;
  private final ConnectViewModel connect;
  private final Navigation navigation;
  private final ShellView view;
  private Optional<MapView> mapView = Optional.empty();
  private volatile Optional<Task<Boolean>> rehearsal = Optional.empty();

  WindowContent(WindowParts parts, Stage stage, Themes themes) {
    this.parts = parts;
    this.themes = themes;
    var fx = new FxThread(WindowContent::slow);
    var about = new WindowDialogs.About(parts.version(), parts.logFile());
    var dialogs = new WindowDialogs(stage, modals, toasts, parts.words(), fx, parts.clock(), about);
    this.tools = new ScreenTools(parts.words(), fx, parts.background(), parts.clock(), dialogs);
    this.feed =
        new WorkspaceFeed(
            this::failed,
            parts.telemetry(),
            id -> parts.settings().settings().forContext(id.name()).edges());
    this.activities = new Activities(parts.clock());
    this.shell = new ShellViewModel(tools, feed, parts.settings(), activities);
    this.navigation = new Navigation(shell::show, destinations());
    var runs =
        new RollbackRuns(
            feed, parts.journal(), parts.clock(), parts.user(), parts.background(), activities);
    this.rollbacks = new RollbackDialogs(tools, modals, runs, navigation);
    this.journal = new JournalViewModel(tools, runs, rollbacks::undo, rollbacks::progress);
    this.map = new MapViewModel(tools, feed, navigation, new SettingsMender(parts.settings()));
    this.services = new ServicesViewModel(tools, feed, navigation);
    this.service = new ServiceViewModel(tools, feed, navigation, runs);
    this.diff = new DiffViewModel(tools, feed, navigation);
    map.namespacesProperty().bind(shell.namespacesProperty());
    services.namespacesProperty().bind(shell.namespacesProperty());
    services.selectedProperty().bindBidirectional(map.selectedProperty());
    var linker = new Linker(opener(), feed, activities, parts.background());
    this.connect =
        new ConnectViewModel(tools, parts.contexts(), linker, parts.settings(), this::linked);
    this.view = new ShellView(shell, tools, navigation, screens(), modals, toasts);
    themes.choose(choice(parts.settings().settings()), fontSize(parts.settings().settings()));
    parts.settings().subscribe(changed -> feed.mended());
    parts.settings().subscribe(changed -> fx.execute(() -> settingsChanged(changed)));
  }

  /** The window's root, for a scene. */
  Parent root() {
    return view.root();
  }

  void dress(Scene scene) {
    themes.dress(scene);
  }

  /** Begins what goes on behind the first picture. */
  void start() {
    connect.testAll();
    rehearsal =
        Optional.of(
            parts
                .background()
                .start(
                    tools.say("app.rehearsal"),
                    Duration.ofMinutes(1),
                    () -> {
                      map.rehearse(Rehearsal.play(parts.clock()));
                      return true;
                    }));
  }

  /** Links to the contexts that are chosen, as the button does. */
  void linkChosen() {
    connect.linkChosen();
  }

  /** Opens the demo, as the button does. */
  void openDemo() {
    connect.openDemo();
  }

  /** What is linked, as it is known now. */
  Workspace linkedNow() {
    return feed.workspace();
  }

  /** What the map shows; nothing while it is still being drawn. */
  Optional<Workspace> drawn() {
    return mapView.flatMap(MapView::drawn);
  }

  /** Tells of a failure that nobody else caught. */
  void failed(String what, Throwable cause) {
    LOG.error("Failed: {}", what, cause);
    tools.dialogs().failed(what, cause);
  }

  /** Whoever links already has no use for a rehearsal of it. */
  private ClusterOpener opener() {
    return new ClusterOpener() {
      @Override
      public Opened open(SourceChoice choice, Set<Kind> kinds, Look look) {
        rehearsal.ifPresent(Task::cancel);
        return parts.opener().open(choice, kinds, look);
      }

      @Override
      public void expect(SourceChoice choice, Set<Kind> kinds, Look look, Ahead ahead) {
        parts.opener().expect(choice, kinds, look, ahead);
      }
    };
  }

  /** Something was linked: time to look at it, and to say what was left half done there. */
  private void linked() {
    shell.show(ScreenId.MAP);
    rollbacks.offerInterrupted();
  }

  private Navigation.Destinations destinations() {
    return new Navigation.Destinations(
        this::select, this::showService, this::compare, this::rollBack, this::undo);
  }

  private void select(ResourceRef wanted) {
    map.selectedProperty().set(Optional.of(wanted));
    mapView.ifPresent(shown -> shown.reveal(wanted));
  }

  private void showService(ResourceRef wanted, ServicePart part) {
    service.show(wanted, part);
  }

  private void compare(ComparedSide before, ComparedSide after) {
    diff.compare(before, after);
  }

  private void rollBack(ResourceRef wanted, Optional<String> revision) {
    rollbacks.confirm(wanted, revision);
  }

  private void undo(ResourceRef wanted, String journalId) {
    rollbacks.undo(wanted, journalId);
  }

  private Parent mapRoot() {
    var shown = new MapView(map, tools, themes.darkProperty());
    mapView = Optional.of(shown);
    return shown.root();
  }

  private Map<ScreenId, Supplier<Parent>> screens() {
    var screens = new EnumMap<ScreenId, Supplier<Parent>>(ScreenId.class);
    screens.put(
        ScreenId.CONNECT,
        () -> new ConnectView(connect, tools, parts.version(), parts.kubeconfig()).root());
    screens.put(ScreenId.MAP, this::mapRoot);
    screens.put(ScreenId.SERVICE, () -> new ServiceView(service, tools).root());
    screens.put(ScreenId.DIFF, () -> new DiffView(diff, tools).root());
    screens.put(ScreenId.JOURNAL, () -> new JournalView(journal, tools).root());
    screens.put(ScreenId.SERVICES, () -> new ServicesView(services, tools).root());
    var settings =
        new SettingsViewModel(tools, parts.settings(), parts.contexts(), parts.logFolder());
    screens.put(ScreenId.SETTINGS, () -> new SettingsView(settings, tools).root());
    return screens;
  }

  private void settingsChanged(Settings changed) {
    themes.choose(choice(changed), fontSize(changed));
    var unused =
        parts.background().start("saving the settings", Duration.ofSeconds(10), this::save);
  }

  private boolean save() {
    switch (parts.settings().save()) {
      case dev.faultline.settings.SettingsKeeper.Saved.Written written ->
          written
              .setAside()
              .ifPresent(
                  old ->
                      tools
                          .dialogs()
                          .tell(tools.say("app.savedAside", String.valueOf(old.getFileName()))));
      case dev.faultline.settings.SettingsKeeper.Saved.NotWritten not ->
          tools.dialogs().tell(not.sentence());
      case dev.faultline.settings.SettingsKeeper.Saved.Unchanged _ -> {}
    }
    return true;
  }

  private static Themes.Choice choice(Settings settings) {
    return Themes.Choice.valueOf(settings.window().theme().name());
  }

  private static int fontSize(Settings settings) {
    return Optional.of(settings.window()).map(WindowSettings::fontSize).orElseThrow();
  }

  private static void slow(Duration took) {
    LOG.warn("A task held up the window for {} ms", took.toMillis());
  }

  @Override
  public void close() {
    connect.leave();
    feed.close();
  }
}
