package dev.faultline.ui.shell;

import dev.faultline.model.Health;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.shell.PaletteEntry.Sort;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Fuzzy;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Navigator.ServicePart;
import dev.faultline.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Finds services, their versions and commands by a few letters, the likeliest first. */
final class PaletteViewModel {

  /** More nobody reads. */
  private static final int MOST = 40;

  private static final int SICK = 8;
  private static final int COMMAND = 4;

  private final ScreenTools tools;
  private final Navigator navigator;
  private final List<PaletteEntry> commands;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<PaletteEntry>> results =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<PaletteEntry> entries = List.of();

  /**
   * @param commands that can be given from everywhere
   */
  PaletteViewModel(ScreenTools tools, Navigator navigator, List<PaletteEntry> commands) {
    this.tools = tools;
    this.navigator = navigator;
    this.commands = List.copyOf(commands);
    query.addListener(change -> search());
  }

  StringProperty queryProperty() {
    return query;
  }

  ReadOnlyObjectProperty<List<PaletteEntry>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Begins anew on what is linked now. */
  void open(Workspace workspace) {
    boolean several = workspace.clusters().size() > 1;
    var all = new ArrayList<>(commands);
    workspace.services().forEach(service -> add(all, service, several));
    entries = List.copyOf(all);
    query.set("");
    search();
  }

  private void add(List<PaletteEntry> all, Service service, boolean several) {
    var ref = service.ref();
    var where = several ? ref.cluster().name() + " / " + ref.namespace() : ref.namespace();
    int bonus =
        switch (service.health().status()) {
          case FAILING -> SICK;
          case DEGRADED -> SICK / 2;
          default -> 0;
        };
    all.add(
        PaletteEntry.of(
            Sort.SERVICE,
            ref.name() + " " + ref.namespace(),
            ref.name(),
            () -> service.version().text() + "  " + where,
            bonus,
            () -> navigator.showOnMap(ref)));
    for (Revision revision : service.revisions()) {
      all.add(version(service, revision, where));
    }
  }

  /** An older version is compared with what runs; the current one is shown. */
  private PaletteEntry version(Service service, Revision revision, String where) {
    var ref = service.ref();
    Runnable action =
        revision.current()
            ? () -> navigator.showService(ref, ServicePart.VERSIONS)
            : () ->
                navigator.compare(
                    new ComparedSide.AtRevision(ref, revision.id()), new ComparedSide.Live(ref));
    return PaletteEntry.of(
        Sort.VERSION,
        ref.name() + " " + revision.version().text(),
        ref.name() + " " + revision.version().text(),
        () -> tools.say(revision.current() ? "shell.paletteRuns" : "shell.paletteCompare", where),
        -SICK,
        action);
  }

  private void search() {
    var fuzzy = new Fuzzy(query.get());
    if (fuzzy.isEmpty()) {
      results.set(suggestions());
      return;
    }
    var best = new PriorityQueue<Hit>(Comparator.comparingInt(Hit::score));
    for (PaletteEntry entry : entries) {
      var score = fuzzy.score(entry.sought());
      if (score.isPresent()) {
        best.add(new Hit(entry, score.getAsInt() + entry.bonus()));
        if (best.size() > MOST) {
          best.remove();
        }
      }
    }
    results.set(
        best.stream()
            .sorted(
                Comparator.comparingInt(Hit::score)
                    .reversed()
                    .thenComparing(hit -> hit.entry().title()))
            .map(Hit::entry)
            .toList());
  }

  private record Hit(PaletteEntry entry, int score) {}

  /** Before anything is typed: what is ill, then what can be done. */
  private List<PaletteEntry> suggestions() {
    var shown = new ArrayList<PaletteEntry>();
    entries.stream()
        .filter(entry -> entry.sort() == Sort.SERVICE && entry.bonus() > 0)
        .sorted(Comparator.comparingInt(PaletteEntry::bonus).reversed())
        .limit(8)
        .forEach(shown::add);
    shown.addAll(commands);
    return List.copyOf(shown);
  }

  /** A command of the palette. */
  static PaletteEntry command(String title, String keys, Runnable action) {
    return PaletteEntry.of(Sort.COMMAND, title, title, () -> keys, COMMAND, action);
  }

  /** Whether anything of the kind is wrong; for the accessible text of an entry. */
  static Optional<Health.Status> health(PaletteEntry entry) {
    return entry.sort() == Sort.SERVICE && entry.bonus() > 0
        ? Optional.of(entry.bonus() == SICK ? Health.Status.FAILING : Health.Status.DEGRADED)
        : Optional.empty();
  }
}
