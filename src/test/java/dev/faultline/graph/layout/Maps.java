package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Structures of maps as tests need them. */
public final class Maps {

  private static final ClusterId CLUSTER = new ClusterId("test");

  private Maps() {}

  static MapSubject service(String namespace, String name) {
    return new MapSubject.InCluster(new ResourceRef(CLUSTER, Kind.DEPLOYMENT, namespace, name));
  }

  static GroupId group(String namespace) {
    return GroupId.namespace(CLUSTER, namespace);
  }

  /** "shop/gateway > shop/order" for arrows; "shop/lonely" for a node alone; "> host.example". */
  public static MapStructure of(String... said) {
    Map<MapSubject, Optional<GroupId>> nodes = new HashMap<>();
    Set<Line> lines = new HashSet<>();
    for (String sentence : said) {
      MapSubject before = null;
      for (String word : sentence.split(" > ")) {
        var at = word.indexOf('/');
        var subject =
            at < 0
                ? new MapSubject.Outside(CLUSTER, word)
                : service(word.substring(0, at), word.substring(at + 1));
        nodes.put(subject, at < 0 ? Optional.empty() : Optional.of(group(word.substring(0, at))));
        if (before != null) {
          lines.add(new Line(before, subject));
        }
        before = subject;
      }
    }
    return MapStructure.of(nodes, lines);
  }

  /**
   * Services as they come in the wild: most arrows within a namespace and onwards, some across and
   * some back, a few stores that many use, and services without any arrow.
   */
  public static MapStructure random(long seed, int services, int arrows, int namespaces) {
    var random = new Random(seed);
    Map<MapSubject, Optional<GroupId>> nodes = new HashMap<>();
    List<MapSubject> all = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      var namespace = "team-" + i * namespaces / services;
      var subject = service(namespace, "service-" + i);
      all.add(subject);
      nodes.put(subject, Optional.of(group(namespace)));
    }
    Set<Line> lines = new HashSet<>();
    int size = Math.max(1, services / namespaces);
    for (int i = 0; i < arrows; i++) {
      int from = random.nextInt(services);
      int start = from / size * size;
      boolean across = random.nextInt(10) == 0;
      int to =
          across ? random.nextInt(services) : Math.min(services - 1, start + random.nextInt(size));
      boolean back = random.nextInt(20) == 0;
      if (from != to && from % 10 != 9 && to % 10 != 9) {
        int first = back ? Math.max(from, to) : Math.min(from, to);
        int second = back ? Math.min(from, to) : Math.max(from, to);
        lines.add(new Line(all.get(first), all.get(second)));
      }
    }
    return MapStructure.of(nodes, lines);
  }
}
