package dev.faultline.ui.services;

import dev.faultline.model.ResourceRef;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Navigator.ServicePart;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** All services of what is linked, narrowed by namespaces and by what was typed. */
public final class ServicesViewModel {

  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final Navigator navigator;
  private final ReadOnlyObjectWrapper<List<ServiceRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper severalClusters = new ReadOnlyBooleanWrapper();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Set<String>> namespaces = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Optional<ResourceRef>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private Workspace workspace = Workspace.EMPTY;

  public ServicesViewModel(ScreenTools tools, WorkspaceFeed feed, Navigator navigator) {
    this.tools = tools;
    this.feed = feed;
    this.navigator = navigator;
    filter.addListener(change -> refresh());
    namespaces.addListener(change -> refresh());
  }

  void follow(Subscriptions subscriptions) {
    var newest = new Latest<Workspace>(tools.fx(), this::show);
    subscriptions.add(feed.subscribe(newest::offer));
  }

  /** The worst first. */
  public ReadOnlyObjectProperty<List<ServiceRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Whether the cluster of a row has to be told. */
  ReadOnlyBooleanProperty severalClustersProperty() {
    return severalClusters.getReadOnlyProperty();
  }

  /** A part of a name, version, health, owner or kind. */
  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Set<String>> namespacesProperty() {
    return namespaces;
  }

  public ObjectProperty<Optional<ResourceRef>> selectedProperty() {
    return selected;
  }

  /** How many there are without the filter. */
  long all() {
    return inNamespaces().count();
  }

  boolean isLinked() {
    return !workspace.clusters().isEmpty();
  }

  void open(ServiceRow row) {
    navigator.showService(row.service().ref(), ServicePart.VERSIONS);
  }

  void showOnMap(ServiceRow row) {
    navigator.showOnMap(row.service().ref());
  }

  void rollBack(ServiceRow row) {
    navigator.rollBack(row.service().ref(), Optional.empty());
  }

  private void show(Workspace next) {
    workspace = next;
    severalClusters.set(next.clusters().size() > 1);
    refresh();
  }

  private void refresh() {
    var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    rows.set(
        inNamespaces().filter(row -> row.matches(wanted)).sorted(ServiceRow.WORST_FIRST).toList());
  }

  private Stream<ServiceRow> inNamespaces() {
    var only = namespaces.get();
    return workspace
        .services()
        .filter(service -> only.isEmpty() || only.contains(service.ref().namespace()))
        .map(ServiceRow::of);
  }
}
