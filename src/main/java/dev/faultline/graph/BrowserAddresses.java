package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Doubts the {@code FRONTEND_URL} of a service behind the front end: that is where it sends
 * browsers back to, or which origin it lets in. For a load generator, which nothing depends on, it
 * is the address that is called.
 */
final class BrowserAddresses {

  private static final Set<String> FRONT =
      Set.of("frontend", "front", "client", "ui", "web", "webapp", "website", "portal", "app");
  private static final Set<String> BESIDE =
      Set.of(
          "end", "url", "uri", "host", "origin", "domain", "address", "addr", "http", "https",
          "base", "server", "service");
  private static final int LONGEST = 40;
  private static final String DOUBT =
      "where browsers are sent back to, as what it names depends on it";

  private final Map<ResourceRef, List<ResourceRef>> sure = new HashMap<>();

  private BrowserAddresses(List<Dependency> dependencies, Set<Dependency> suspects) {
    for (Dependency one : dependencies) {
      if (one.strength() != Strength.WEAK
          && !suspects.contains(one)
          && one.callee() instanceof Dependency.Callee.ToWorkload to) {
        sure.computeIfAbsent(one.caller(), c -> new ArrayList<>()).add(to.workload());
      }
    }
  }

  /**
   * @param suspected those of them that are only for browsers, the very same objects
   */
  static List<Dependency> doubt(List<Dependency> dependencies, List<Dependency> suspected) {
    if (suspected.isEmpty()) {
      return List.copyOf(dependencies);
    }
    Set<Dependency> suspects = Collections.newSetFromMap(new IdentityHashMap<>());
    suspects.addAll(suspected);
    var addresses = new BrowserAddresses(dependencies, suspects);
    return dependencies.stream()
        .map(one -> suspects.contains(one) ? addresses.judge(one) : one)
        .toList();
  }

  private Dependency judge(Dependency one) {
    return one.callee() instanceof Dependency.Callee.ToWorkload to
            && reaches(to.workload(), one.caller())
        ? new Dependency(
            one.caller(),
            one.callee(),
            one.edgeClass(),
            one.provenance(),
            Strength.WEAK,
            one.evidence().stream().map(BrowserAddresses::weakened).toList())
        : one;
  }

  private boolean reaches(ResourceRef from, ResourceRef to) {
    var seen = new HashSet<>(Set.of(from));
    var next = new ArrayDeque<>(Set.of(from));
    while (!next.isEmpty()) {
      for (ResourceRef callee : sure.getOrDefault(next.poll(), List.of())) {
        if (callee.equals(to)) {
          return true;
        }
        if (seen.add(callee)) {
          next.add(callee);
        }
      }
    }
    return false;
  }

  private static Evidence weakened(Evidence one) {
    return one.strength() == Strength.WEAK ? one : one.weakenedBecause(DOUBT);
  }

  /** Whether all that speaks for it may be no more than where browsers are sent. */
  static boolean isOnlyForBrowsers(Dependency one) {
    if (one.strength() == Strength.WEAK) {
      return false;
    }
    for (Evidence evidence : one.evidence()) {
      var setting = ConfigPlace.setting(evidence.place());
      if (evidence.strength() != Strength.WEAK
          && (setting.length() > LONGEST || !isForBrowsers(SettingName.of(setting).words()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isForBrowsers(List<String> words) {
    return words.stream().anyMatch(FRONT::contains)
        && words.stream().allMatch(word -> FRONT.contains(word) || BESIDE.contains(word));
  }
}
