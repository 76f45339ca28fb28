package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.SettingName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which of the workloads that read one configuration an entry is for, by their names in its
 * key or path: {@code ORDER_STOCK_URL} is for order, {@code user-timeline.db} for user-timeline and
 * not for user.
 */
final class Owners {

  /** What names of workloads end with, and keys leave out. */
  private static final Set<String> GENERIC =
      Set.of("service", "svc", "server", "app", "deployment", "deploy", "depl", "api", "ms");

  private record Named(Runner runner, List<String> words) {}

  private final List<Named> readers;
  private final Map<String, List<Runner>> known = new HashMap<>();

  Owners(List<Runner> readers) {
    this.readers = readers.stream().flatMap(Owners::named).toList();
  }

  /** The readers that the entry is for; none if it bears no reader's name. */
  List<Runner> of(String place) {
    return known.computeIfAbsent(place, this::find);
  }

  private List<Runner> find(String place) {
    var inside = best(SettingName.of(ConfigPlace.setting(place)).words());
    return inside.isEmpty() ? best(SettingName.of(ConfigPlace.key(place)).words()) : inside;
  }

  /** The name that stands first, and of those the longest. */
  private List<Runner> best(List<String> words) {
    var found = new ArrayList<Runner>();
    int first = Integer.MAX_VALUE;
    int length = 0;
    for (Named named : readers) {
      int at = Collections.indexOfSubList(words, named.words());
      int size = named.words().size();
      if (at < 0 || at > first || (at == first && size < length)) {
        continue;
      }
      if (at < first || size > length) {
        found.clear();
      }
      first = at;
      length = size;
      found.add(named.runner());
    }
    return found;
  }

  /** Whether a name is longer than the workload's, and begins as that does. */
  static boolean beginsWith(String name, Runner runner) {
    var all = words(name);
    var own = words(runner.ref().name());
    return !own.isEmpty() && all.size() > own.size() && all.subList(0, own.size()).equals(own);
  }

  private static List<String> words(String name) {
    return SettingName.of(name).words().stream().filter(word -> !GENERIC.contains(word)).toList();
  }

  private static Stream<Named> named(Runner runner) {
    var words = words(runner.ref().name());
    return words.isEmpty() ? Stream.empty() : Stream.of(new Named(runner, words));
  }
}
