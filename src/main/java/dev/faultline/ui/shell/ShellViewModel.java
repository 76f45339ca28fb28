package dev.faultline.ui.shell;

import dev.faultline.model.ClusterId;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.Activities.Activity;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.ClusterTraffic;
import dev.faultline.workspace.LinkHealth;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which screen is shown, what is linked and how well it is seen, what goes on behind. */
public final class ShellViewModel {

  private static final int MOST_BACK = 50;
  private static final Duration A_DAY = Duration.ofDays(1);

  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final SettingsKeeper settings;
  private final Activities activities;
  private final ReadOnlyObjectWrapper<ScreenId> screen =
      new ReadOnlyObjectWrapper<>(ScreenId.CONNECT);
  private final Deque<ScreenId> back = new ArrayDeque<>();
  private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.EMPTY);
  private final ObjectProperty<Set<String>> namespaces = new SimpleObjectProperty<>(Set.of());
  private final ObservableList<ClusterChip> chips = FXCollections.observableArrayList();
  private final ObservableList<Activity> running = FXCollections.observableArrayList();

  public ShellViewModel(
      ScreenTools tools, WorkspaceFeed feed, SettingsKeeper settings, Activities activities) {
    this.tools = tools;
    this.feed = feed;
    this.settings = settings;
    this.activities = activities;
  }

  /** Follows what is linked and what goes on, until the subscriptions end. */
  void follow(Subscriptions subscriptions) {
    var pictures = new Latest<Workspace>(tools.fx(), this::show);
    subscriptions.add(feed.subscribe(pictures::offer));
    var tasks = new Latest<List<Activity>>(tools.fx(), running::setAll);
    subscriptions.add(activities.subscribe(tasks::offer));
    subscriptions.add(settings.subscribe(changed -> show(workspace.get())));
  }

  public ReadOnlyObjectProperty<ScreenId> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  /** Shows another screen; {@link #goBack()} returns. */
  public void show(ScreenId id) {
    if (screen.get() == id) {
      return;
    }
    back.push(screen.get());
    if (back.size() > MOST_BACK) {
      back.removeLast();
    }
    screen.set(id);
  }

  /** Returns to the screen before, if there was one. */
  void goBack() {
    if (!back.isEmpty()) {
      screen.set(back.pop());
    }
  }

  /** All that is linked, as of the last update. */
  ObjectProperty<Workspace> workspaceProperty() {
    return workspace;
  }

  /** The namespaces that all screens are narrowed to; none means all. */
  public ObjectProperty<Set<String>> namespacesProperty() {
    return namespaces;
  }

  void narrowTo(String namespace, boolean on) {
    var chosen = new TreeSet<>(namespaces.get());
    if (on) {
      chosen.add(namespace);
    } else {
      chosen.remove(namespace);
    }
    namespaces.set(Set.copyOf(chosen));
  }

  ObservableList<ClusterChip> chips() {
    return chips;
  }

  ObservableList<Activity> running() {
    return running;
  }

  /** "12 services, 31 pods". */
  String counts() {
    long services = workspace.get().services().count();
    long pods = workspace.get().services().mapToLong(service -> service.pods().size()).sum();
    return tools.words().count("shell.oneService", "shell.someServices", services)
        + tools.words().count("shell.onePod", "shell.somePods", pods);
  }

  /** "no traffic data since 02:14 UTC", with the day if that is not the last one. */
  String missingTraffic(ClusterTraffic traffic) {
    return traffic
        .since()
        .map(since -> tools.say("shell.noTrafficSince", time(since)))
        .orElseGet(() -> tools.say("shell.noTraffic"));
  }

  private String time(Instant since) {
    boolean longAgo = Duration.between(since, tools.clock().instant()).compareTo(A_DAY) >= 0;
    return Ages.utc(since).substring(longAgo ? 0 : 11, 16);
  }

  /** Gives up the link to a cluster. */
  void unlink(ClusterId id) {
    var unused =
        tools
            .background()
            .start(
                "unlinking " + id,
                Duration.ofSeconds(10),
                () -> {
                  feed.unlink(id);
                  return id;
                });
  }

  private void show(Workspace next) {
    workspace.set(next);
    chips.setAll(next.clusters().stream().map(this::chip).toList());
    var known = next.namespaces();
    if (!known.isEmpty() && !known.containsAll(namespaces.get())) {
      var kept = new TreeSet<>(namespaces.get());
      kept.retainAll(known);
      namespaces.set(Set.copyOf(kept));
    }
  }

  private ClusterChip chip(ClusterPicture picture) {
    var safety = picture.linked().safety();
    var set = settings.settings().forContext(picture.id().name());
    return new ClusterChip(
        picture.id(),
        set.colour(),
        set.environment(),
        safety.protectedContext(),
        safety.readOnly(),
        safety.demo(),
        LinkHealth.of(picture.state()),
        picture.traffic());
  }
}
