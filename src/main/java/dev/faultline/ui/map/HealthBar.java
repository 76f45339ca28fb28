package dev.faultline.ui.map;

import dev.faultline.graph.layout.Members;
import dev.faultline.model.Health.Status;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** How the services of a folded group do, as the parts of a bar: the well ones first. */
final class HealthBar extends Region {

  /** From the left; what is neither well nor unwell is told apart from both. */
  private static final List<Status> ORDER =
      List.of(
          Status.HEALTHY,
          Status.PROGRESSING,
          Status.PAUSED,
          Status.IDLE,
          Status.UNKNOWN,
          Status.DEGRADED,
          Status.FAILING);

  /** So narrow a part can still be seen, though one service of hundreds is less. */
  private static final double LEAST = 4;

  private final List<Region> parts = new ArrayList<>();
  private List<Part> shown = List.of();

  /** A part of the bar, in the order from the left, as shares of its width. */
  record Part(Status status, double share) {}

  HealthBar() {
    getStyleClass().add("health-bar");
  }

  /** The parts for a bar of this width. */
  static List<Part> parts(Members members, double width) {
    var parts = new ArrayList<Part>();
    double sum = 0;
    for (Status status : ORDER) {
      int count = members.byStatus().getOrDefault(status, 0);
      if (count > 0) {
        double share = Math.max((double) count / members.services(), LEAST / width);
        parts.add(new Part(status, share));
        sum += share;
      }
    }
    double whole = sum;
    return parts.stream().map(part -> new Part(part.status(), part.share() / whole)).toList();
  }

  /** The token of a part's colour: the same on screen and in files. */
  static String colour(Status status) {
    return switch (status) {
      case FAILING -> "fail";
      case DEGRADED -> "warn";
      case HEALTHY -> "ok";
      case PROGRESSING -> "accent";
      case UNKNOWN, PAUSED, IDLE -> "faint";
    };
  }

  void show(Members members, double width) {
    shown = parts(members, width);
    while (parts.size() < shown.size()) {
      var part = new Region();
      part.getStyleClass().add("health-part");
      parts.add(part);
      getChildren().add(part);
    }
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      part.setVisible(i < shown.size());
      if (i < shown.size()) {
        var colour = colour(shown.get(i).status());
        for (String one : List.of("fail", "warn", "ok", "accent", "faint")) {
          part.pseudoClassStateChanged(PseudoClass.getPseudoClass(one), one.equals(colour));
        }
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (int i = 0; i < shown.size(); i++) {
      double width = shown.get(i).share() * getWidth();
      parts.get(i).resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }
}
