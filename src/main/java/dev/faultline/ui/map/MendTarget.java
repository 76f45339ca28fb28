package dev.faultline.ui.map;

import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.model.Service;
import dev.faultline.workspace.ClusterPicture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the ends of an edge are named where it is mended. */
final class MendTarget {

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private MendTarget() {}

  static Mending mending(Line line, Verdict verdict, String reason) {
    return new Mending(
        verdict, line.from().path(), path(line.to()), Optional.empty(), reason.strip());
  }

  static Mending missing(MapSubject caller, String callee, String reason) {
    return new Mending(Verdict.MISSING, caller.path(), callee, Optional.empty(), reason.strip());
  }

  /**
   * What a person means by what they typed: a service by its name or namespace and name, or a host
   * outside; empty if it is none, or may be several.
   *
   * @param caller whose namespace is looked into first
   */
  static Optional<String> find(ClusterPicture cluster, MapSubject.InCluster caller, String typed) {
    var name = typed.strip().toLowerCase(Locale.ROOT);
    var named =
        cluster.catalog().services().stream()
            .filter(one -> !one.ref().equals(caller.ref()))
            .filter(one -> one.ref().name().equals(name) || one.ref().path().equals(name))
            .toList();
    var near =
        named.stream()
            .filter(one -> one.ref().namespace().equals(caller.ref().namespace()))
            .toList();
    return only(near)
        .or(() -> only(named))
        .or(() -> Optional.of(name).filter(HOST.asMatchPredicate()).map(host -> "ext:" + host));
  }

  private static Optional<String> only(List<Service> services) {
    return Optional.of(services)
        .filter(found -> found.size() == 1)
        .map(found -> found.getFirst().ref().path());
  }

  private static String path(MapSubject subject) {
    return subject instanceof MapSubject.Outside out ? "ext:" + out.host() : subject.path();
  }
}
