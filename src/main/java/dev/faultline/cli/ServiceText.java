package dev.faultline.cli;

import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.Health;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.util.Locale;

/** How services and revisions read in text. */
final class ServiceText {

  static final String DEMO_MARK = "Demo: a simulated cluster, not a real one.";

  private ServiceText() {}

  /** Says so, wherever a demo speaks. */
  static void demoMark(Terminal terminal, LinkedCluster cluster) {
    if (cluster.safety().demo()) {
      terminal.line(terminal.styled(Style.CHANGED, DEMO_MARK));
    }
  }

  static Cell health(Health health) {
    return new Cell(word(health.status()), style(health.status()));
  }

  static String word(Health.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static Style style(Health.Status status) {
    return switch (status) {
      case FAILING -> Style.FAIL;
      case DEGRADED, UNKNOWN -> Style.WARN;
      case PROGRESSING, PAUSED -> Style.CHANGED;
      case IDLE -> Style.MUTED;
      case HEALTHY -> Style.OK;
    };
  }

  /** {@code ?/3} where nobody ever counted, as in a folder of manifests. */
  static String ready(Service service) {
    var replicas = service.replicas();
    boolean counted =
        service.health().status() != Health.Status.UNKNOWN
            || !service.pods().isEmpty()
            || replicas.current() > 0;
    return (counted ? String.valueOf(replicas.ready()) : "?") + "/" + replicas.wanted();
  }

  /** The first reason; a healthy service needs none. */
  static String why(Health health) {
    return health.status() == Health.Status.HEALTHY || health.reasons().isEmpty()
        ? ""
        : health.reasons().getFirst();
  }

  /** {@code 1.4.2 (revision 3, 0a1b2c3d4e5f)}. */
  static String revision(Revision revision) {
    String number = revision.number() > 0 ? "revision " + revision.number() + ", " : "";
    return revision.version().text() + " (" + number + revision.shortId() + ")";
  }
}
