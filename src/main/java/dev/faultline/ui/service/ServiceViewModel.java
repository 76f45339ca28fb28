package dev.faultline.ui.service;

import dev.faultline.catalog.EffectiveConfiguration;
import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.catalog.Setting;
import dev.faultline.concurrent.Outcome;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.model.ClusterState;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Navigator.ServicePart;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The page of one service: follows it, and works out what its parts show. */
public final class ServiceViewModel {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final Navigator navigator;
  private final RollbackRuns runs;
  private final LogsViewModel logs;
  private final ObjectProperty<ServicePart> part = new SimpleObjectProperty<>(ServicePart.VERSIONS);
  private final ReadOnlyObjectWrapper<Optional<ResourceRef>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ServicePage>> page =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<FieldChange>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Setting>> configuration =
      new ReadOnlyObjectWrapper<>(List.of());
  private Workspace workspace = Workspace.EMPTY;

  public ServiceViewModel(
      ScreenTools tools, WorkspaceFeed feed, Navigator navigator, RollbackRuns runs) {
    this.tools = tools;
    this.feed = feed;
    this.navigator = navigator;
    this.runs = runs;
    this.logs = new LogsViewModel(tools);
    selected.addListener(change -> workOut());
  }

  void follow(Subscriptions subscriptions) {
    var newest = new Latest<Workspace>(tools.fx(), this::show);
    subscriptions.add(feed.subscribe(newest::offer));
    subscriptions.add(logs::stop);
  }

  /** Shows another service, or another part of it. */
  public void show(ResourceRef service, ServicePart wanted) {
    boolean other = shown.get().filter(service::equals).isEmpty();
    part.set(wanted);
    if (other) {
      shown.set(Optional.of(service));
      page.set(Optional.empty());
      selected.set(Optional.empty());
      logs.stop();
      show(feed.workspace());
    }
  }

  ObjectProperty<ServicePart> partProperty() {
    return part;
  }

  /** The service that is wanted, there or not. */
  ReadOnlyObjectProperty<Optional<ResourceRef>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Empty if the service is not there, or nothing is chosen. */
  public ReadOnlyObjectProperty<Optional<ServicePage>> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** The identity of the revision that is looked at; the current one if empty. */
  ObjectProperty<Optional<String>> selectedProperty() {
    return selected;
  }

  /** What the selected revision changed against the one before it, the meaningful first. */
  ReadOnlyObjectProperty<List<FieldChange>> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** The environment that the selected revision's containers find. */
  ReadOnlyObjectProperty<List<Setting>> configurationProperty() {
    return configuration.getReadOnlyProperty();
  }

  LogsViewModel logs() {
    return logs;
  }

  Optional<VersionRow> selectedRow() {
    return page.get()
        .flatMap(
            now ->
                selected
                    .get()
                    .flatMap(id -> row(now, id))
                    .or(
                        () ->
                            now.versions().stream()
                                .filter(row -> row.revision().current())
                                .findFirst()));
  }

  void openDiff(VersionRow row) {
    row.predecessor()
        .ifPresent(before -> navigator.compare(side(row, before), side(row, row.revision())));
  }

  void takeBack(VersionRow row) {
    navigator.rollBack(row.service().ref(), Optional.of(row.revision().id()));
  }

  /** Proposes the last known good. */
  void takeBack() {
    shown.get().ifPresent(service -> navigator.rollBack(service, Optional.empty()));
  }

  void showOnMap() {
    shown.get().ifPresent(navigator::showOnMap);
  }

  void open(ResourceRef service) {
    navigator.showService(service, ServicePart.VERSIONS);
  }

  private static ComparedSide side(VersionRow row, Revision revision) {
    var ref = row.service().ref();
    return revision.current()
        ? new ComparedSide.Live(ref)
        : new ComparedSide.AtRevision(ref, revision.id());
  }

  private static Optional<VersionRow> row(ServicePage page, String id) {
    return page.versions().stream().filter(row -> row.revision().id().equals(id)).findFirst();
  }

  private void show(Workspace next) {
    workspace = next;
    var found = shown.get().flatMap(next::find);
    if (found.isEmpty()) {
      page.set(Optional.empty());
      return;
    }
    var service = found.get();
    var picture = next.cluster(service.ref().cluster()).orElseThrow();
    if (page.get().filter(old -> old.picture().state() == picture.state()).isPresent()) {
      return;
    }
    // The journal, which lies on the disk, tells which revisions were taken back before.
    inBackground(
        "looking at " + service.ref().name(),
        () ->
            ServicePage.of(
                service,
                picture,
                next,
                runs.candidates(service.ref())
                    .orElseGet(() -> new Candidates(List.of(), Optional.empty()))),
        this::show);
  }

  private void show(ServicePage next) {
    if (shown.get().filter(next.service().ref()::equals).isEmpty()) {
      return; // Another service was chosen meanwhile.
    }
    page.set(Optional.of(next));
    logs.offer(next);
    workOut();
  }

  private void workOut() {
    var row = selectedRow();
    if (row.isEmpty()) {
      changes.set(List.of());
      configuration.set(List.of());
      return;
    }
    var state = page.get().orElseThrow().picture().state();
    var wanted = row.get();
    inBackground(
        "comparing versions of " + wanted.service().ref().name(),
        () -> new WorkedOut(wanted, changes(state, wanted), configuration(state, wanted)),
        this::show);
  }

  private record WorkedOut(
      VersionRow row, List<FieldChange> changes, List<Setting> configuration) {}

  private void show(WorkedOut result) {
    var still =
        selectedRow()
            .filter(row -> row.revision().id().equals(result.row().revision().id()))
            .filter(row -> row.service().ref().equals(result.row().service().ref()));
    if (still.isPresent()) {
      changes.set(result.changes());
      configuration.set(result.configuration());
    }
  }

  private static List<FieldChange> changes(ClusterState state, VersionRow row) {
    return row.predecessor()
        .flatMap(
            before ->
                template(state, row, before)
                    .flatMap(
                        old ->
                            template(state, row, row.revision())
                                .map(
                                    now ->
                                        ManifestDiff.compareTemplates(
                                                old, now, DiffOptions.MEANINGFUL)
                                            .changes())))
        .orElse(List.of());
  }

  private static List<Setting> configuration(ClusterState state, VersionRow row) {
    return template(state, row, row.revision())
        .map(
            template -> EffectiveConfiguration.of(state, row.service().ref().namespace(), template))
        .orElse(List.of());
  }

  /** What runs is told by the workload itself, whose holder may be of another letter. */
  private static Optional<JsonObject> template(
      ClusterState state, VersionRow row, Revision revision) {
    return revision.current()
        ? state
            .find(row.service().ref(), Workload.class)
            .map(workload -> workload.manifest().read().podTemplate())
        : RevisionTemplates.of(state, revision);
  }

  private <T> void inBackground(
      String what, java.util.concurrent.Callable<T> work, Consumer<T> then) {
    tools
        .background()
        .start(what, PATIENCE, work)
        .whenDone(
            end -> {
              if (end instanceof Outcome.Done<T>(T value)) {
                tools.fx().execute(() -> then.accept(value));
              }
            });
  }
}
