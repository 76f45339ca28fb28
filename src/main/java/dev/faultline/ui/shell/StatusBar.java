package dev.faultline.ui.shell;

import dev.faultline.text.Ages;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.Activities.Activity;
import dev.faultline.workspace.LinkHealth.Link;
import java.util.ArrayList;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The foot of the window: how each link stands, how much is shown, what goes on behind. */
final class StatusBar {

  private static final int MOST_NOTES = 6;

  private final ShellViewModel model;
  private final ScreenTools tools;
  private final HBox links = Layouts.row(16);
  private final Label counts = new CutLabel("", "muted");
  private final HBox tasks = Layouts.row(14);
  private final HBox root = Layouts.row(16, links, counts, Layouts.spring(), tasks);

  StatusBar(ShellViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    root.getStyleClass().add("status-bar-line");
  }

  HBox root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(this::showLinks, model.chips());
    subscriptions.follow(this::showTasks, model.running());
  }

  private void showLinks() {
    var nodes = new ArrayList<Node>();
    for (ClusterChip chip : model.chips()) {
      nodes.add(link(chip));
      if (!chip.health().forbidden().isEmpty()) {
        nodes.add(forbidden(chip));
      }
      if (!chip.traffic().complaints().isEmpty()) {
        nodes.add(traffic(chip));
      }
    }
    if (nodes.isEmpty()) {
      nodes.add(new CutLabel(tools.say("shell.notLinked"), "muted"));
    }
    links.getChildren().setAll(nodes);
    counts.setText(model.chips().isEmpty() ? "" : model.counts());
  }

  private Node link(ClusterChip chip) {
    var name = chip.id().name();
    var dot = new Region();
    dot.getStyleClass().add("status-dot");
    return switch (chip.health().link()) {
      case Link.Live _ -> {
        var line = line(dot, "ok", tools.say("shell.live", name));
        var telemetry = telemetry(chip);
        if (!telemetry.isEmpty()) {
          Tooltip.install(line, new Tooltip(telemetry));
        }
        yield line;
      }
      case Link.Loading loading ->
          line(dot, "accent", tools.say("shell.loading", name, loading.read(), loading.all()));
      case Link.Stale stale -> {
        var since = Ages.age(stale.since(), tools.clock().instant());
        var line = line(dot, "warn", tools.say("shell.stale", name, since));
        Tooltip.install(line, new Tooltip(stale.reason()));
        yield line;
      }
    };
  }

  private static HBox line(Region dot, String tone, String words) {
    dot.getStyleClass().add("dot-" + tone);
    return Layouts.row(7, dot, new CutLabel(words, "muted"));
  }

  private Node forbidden(ClusterChip chip) {
    int count = chip.health().forbidden().size();
    var label =
        new CutLabel(
            tools.words().count("shell.oneForbidden", "shell.someForbidden", count), "warn-text");
    var kinds =
        chip.health().forbidden().stream()
            .map(kind -> kind.name())
            .collect(Collectors.joining(", "));
    label.setTooltip(new Tooltip(tools.say("shell.forbiddenKinds", chip.id().name(), kinds)));
    return label;
  }

  private Node traffic(ClusterChip chip) {
    var words = model.missingTraffic(chip.traffic());
    var label = new CutLabel(words, "warn-text");
    label.setTooltip(new Tooltip(String.join("\n", chip.traffic().complaints())));
    return label;
  }

  /** Who tells what really talks, and what was found and can't be read. */
  private String telemetry(ClusterChip chip) {
    var said = new ArrayList<String>();
    chip.traffic()
        .reports()
        .forEach(report -> said.add(tools.say("shell.trafficFrom", report.source())));
    said.addAll(chip.traffic().notes().stream().limit(MOST_NOTES).toList());
    return String.join("\n", said);
  }

  private void showTasks() {
    if (model.running().isEmpty()) {
      tasks.getChildren().setAll(new CutLabel(tools.say("shell.noTasks"), "muted"));
      return;
    }
    tasks.getChildren().setAll(model.running().stream().map(this::task).toList());
  }

  private Node task(Activity activity) {
    var line = Layouts.row(7, new CutLabel(activity.what(), "muted"));
    var bar = new ProgressBar(activity.progress().orElse(ProgressBar.INDETERMINATE_PROGRESS));
    bar.setPrefWidth(90);
    bar.setAccessibleText(activity.what());
    // A bar that moves without end would draw sixty times a second: only a share is shown as one.
    if (activity.progress().isPresent()) {
      line.getChildren().add(bar);
    }
    activity
        .cancel()
        .ifPresent(
            cancel -> {
              var stop =
                  Icons.iconButton(Feather.X, tools.say("shell.cancel", activity.what()), cancel);
              stop.getStyleClass().add("status-cancel");
              line.getChildren().add(stop);
            });
    return line;
  }
}
