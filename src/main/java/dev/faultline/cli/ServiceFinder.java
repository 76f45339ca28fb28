package dev.faultline.cli;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.Service;
import dev.faultline.workspace.ClusterOpener.Opened;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the one service that a name means: {@code name}, {@code namespace/name}, where two kinds
 * share a name {@code kind:namespace/name}, and with several clusters {@code context//name}.
 */
final class ServiceFinder {

  private ServiceFinder() {}

  /** A service with the cluster it runs in. */
  record Found(LinkedCluster cluster, Service service) {}

  /** The one service of that name; none, or more than one, ends the verb with a sentence. */
  static Found find(Opened opened, String text) {
    int slashes = text.indexOf("//");
    String context = slashes < 0 ? "" : text.substring(0, slashes);
    String name = slashes < 0 ? text : text.substring(slashes + 2);
    var found =
        opened.clusters().stream()
            .filter(cluster -> slashes < 0 || cluster.source().cluster().name().equals(context))
            .flatMap(
                cluster ->
                    ServiceCatalog.of(cluster.source().state()).services().stream()
                        .filter(service -> matches(service, name))
                        .map(service -> new Found(cluster, service)))
            .toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw CliFailure.noSuchThing(nothing(opened, text));
      default -> throw CliFailure.noSuchThing(severalSentence(name, found));
    };
  }

  static boolean matches(Service service, String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? "" : name.substring(0, colon);
    String path = name.substring(colon + 1);
    var ref = service.ref();
    boolean kindFits = kind.isEmpty() || ref.kind().name().equalsIgnoreCase(kind);
    return kindFits && (path.contains("/") ? ref.path().equals(path) : ref.name().equals(path));
  }

  private static String nothing(Opened opened, String name) {
    String where =
        opened.clusters().stream()
            .map(cluster -> cluster.source().cluster().name())
            .collect(Collectors.joining(", "));
    return "there is no service '" + name + "' in " + where + "; 'faultline services' lists them.";
  }

  private static String severalSentence(String name, List<Found> found) {
    String names =
        found.stream()
            .map(one -> fullName(one.service()))
            .sorted()
            .collect(Collectors.joining(", "));
    boolean acrossClusters =
        found.stream().map(one -> one.service().ref().cluster()).distinct().count() > 1;
    String advice =
        acrossClusters ? "; write CONTEXT//NAME or choose one --context." : "; say which one.";
    return "'" + name + "' means more than one service: " + names + advice;
  }

  private static String fullName(Service service) {
    var ref = service.ref();
    return ref.kind().name().toLowerCase(Locale.ROOT) + ":" + ref.path() + " in " + ref.cluster();
  }
}
