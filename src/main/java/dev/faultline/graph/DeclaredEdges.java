package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Dependency;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edges that manifests speak of, by caller. From one state to the next only those callers are
 * looked at anew that changed, or whose configuration did, unless something changed that everybody
 * sees.
 */
final class DeclaredEdges {

  /**
   * Entries of one shared configuration that are kept though they are doubted. A list of a thousand
   * addresses that a thousand workloads read would make a million edges that nobody believes.
   */
  private static final int MOST_OF_A_LIST = 100;

  /**
   * One caller: what it was made from, and its edges.
   *
   * @param forBrowsers those of them that may only tell where browsers are sent
   */
  private record Known(
      Runner caller,
      List<Optional<Configuration>> configuration,
      List<Dependency> dependencies,
      List<Dependency> forBrowsers) {

    static Known of(
        Runner caller, List<Optional<Configuration>> configuration, List<Dependency> found) {
      var forBrowsers = found.stream().filter(BrowserAddresses::isOnlyForBrowsers).toList();
      return new Known(caller, configuration, found, forBrowsers);
    }

    boolean isMadeFrom(Runner runner, List<Optional<Configuration>> now) {
      if (caller.evidence() != runner.evidence() && !caller.evidence().equals(runner.evidence())) {
        return false;
      }
      if (runner.takesVariables() && !runner.template().hash().equals(caller.template().hash())) {
        return false;
      }
      for (int i = 0; i < now.size(); i++) {
        if (configuration.size() != now.size()
            || configuration.get(i).orElse(null) != now.get(i).orElse(null)) {
          return false;
        }
      }
      return true;
    }
  }

  private final World world;
  private final Copies copies;
  private final Map<ResourceRef, Known> known;
  private final int madeAnew;

  private DeclaredEdges(World world, Copies copies, Map<ResourceRef, Known> known, int madeAnew) {
    this.world = world;
    this.copies = copies;
    this.known = known;
    this.madeAnew = madeAnew;
  }

  static DeclaredEdges of(ClusterState state) {
    var runners = Runner.all(state).toList();
    var world = World.of(state, runners);
    return of(state, runners, world, Copies.of(state, world.readers().keySet()), Map.of());
  }

  /** Those of a later state. */
  DeclaredEdges next(ClusterState state) {
    var runners = Runner.all(state).toList();
    var next = world.next(state, runners);
    var now = copies.next(state, next.readers().keySet());
    boolean same = next == world && now.areAs(copies);
    return of(state, runners, next, now, same ? known : Map.of());
  }

  /** Sorted by caller and callee. */
  List<Dependency> dependencies() {
    var all = new ArrayList<Dependency>();
    var forBrowsers = new ArrayList<Dependency>();
    for (Known one : known.values()) {
      all.addAll(one.dependencies());
      forBrowsers.addAll(one.forBrowsers());
    }
    return BrowserAddresses.doubt(all, forBrowsers);
  }

  /** What others than workloads call, with what says so. */
  Map<ResourceRef, List<Entry>> entries() {
    var entries = new LinkedHashMap<ResourceRef, List<Entry>>();
    world.routes().entries().forEach((ref, said) -> entries.put(ref, List.copyOf(said)));
    return entries;
  }

  /** How many callers were looked at for this state. */
  int madeAnew() {
    return madeAnew;
  }

  private static DeclaredEdges of(
      ClusterState state,
      List<Runner> runners,
      World world,
      Copies copies,
      Map<ResourceRef, Known> before) {
    var said = new SaidBy(state, world.referredTo(), world.readers(), copies);
    var known = new LinkedHashMap<ResourceRef, Known>();
    int anew = 0;
    for (Runner runner : runners) {
      var configuration = said.configuration(runner);
      var old = before.get(runner.ref());
      if (old != null && old.isMadeFrom(runner, configuration)) {
        known.put(runner.ref(), old);
      } else {
        known.put(runner.ref(), Known.of(runner, configuration, edges(world, said, runner)));
        anew++;
      }
    }
    return new DeclaredEdges(world, copies, known, anew);
  }

  private static List<Dependency> edges(World world, SaidBy said, Runner runner) {
    var edges = new EdgeCollector(runner, world);
    var doubted = new HashMap<ResourceRef, Integer>();
    said.workload(runner)
        .forEach(
            one -> {
              var names = one.evidence().names();
              var destination = world.resolver().resolve(names, runner.ref().namespace());
              var evidence = said.judge(runner, one, destination);
              boolean isDoubted = evidence != one.evidence();
              if (isDoubted && doubted.merge(evidence.at(), 1, Integer::sum) > MOST_OF_A_LIST) {
                return;
              }
              var judged = PortCheck.judge(evidence, destination);
              edges.declared(destination, judged);
              if (judged.strength() != Strength.WEAK) {
                world.routes().onwards(names, destination).forEach(edges::routed);
              }
            });
    world.routes().of(runner).forEach(edges::routed);
    world.allowed().of(runner).forEach(one -> edges.allowed(one.callee(), one.evidence()));
    return edges.dependencies();
  }
}
