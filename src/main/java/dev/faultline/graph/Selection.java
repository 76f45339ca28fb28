package dev.faultline.graph;

import dev.faultline.model.Evidence;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The workloads that a policy means, and whether it means a group rather than a service. A rule
 * that names both ends narrowly was written for a connection that exists; a wide one says little.
 */
record Selection(List<Runner> runners, boolean wide) {

  static final Selection NOBODY = new Selection(List.of(), true);

  /** Selecting more workloads than these, a selector speaks of a group, not of a service. */
  static final int FEW = 3;

  private static final String READER = "policy";
  private static final String WIDE = "the policy lets a whole group through";
  private static final int MOST_PAIRS_OF_A_RULE = 2_000;

  Selection {
    runners = List.copyOf(runners);
  }

  /** What labels select among the workloads of one namespace. */
  static Selection of(List<Runner> all, LabelSelector selector) {
    var matching = all.stream().filter(runner -> selector.matches(runner.labels())).toList();
    boolean everything = all.size() > 1 && matching.size() == all.size();
    return new Selection(matching, selector.isEmpty() || matching.size() > FEW || everything);
  }

  /** Workloads that are meant one by one. */
  static Selection named(List<Runner> runners) {
    return new Selection(runners, runners.size() > FEW);
  }

  static Selection union(Stream<Selection> parts) {
    var all = parts.toList();
    var runners = all.stream().flatMap(part -> part.runners().stream()).distinct().toList();
    return new Selection(runners, runners.size() > FEW || all.stream().anyMatch(Selection::wide));
  }

  /** The policy lets each of these reach each of those. */
  void mayReach(Selection callees, AllowedEdges edges, ResourceRef policy, String place) {
    boolean eitherWide = wide || callees.wide();
    int pairs = 0;
    for (Runner caller : runners) {
      for (Runner callee : callees.runners()) {
        if (++pairs > MOST_PAIRS_OF_A_RULE) {
          return;
        }
        var evidence = evidence(policy, place, callee);
        edges.add(caller, callee, eitherWide ? evidence.weakenedBecause(WIDE) : evidence);
      }
    }
  }

  private static Evidence evidence(ResourceRef policy, String place, Runner callee) {
    var host = new NamedHost(callee.ref().name(), OptionalInt.empty(), Optional.empty());
    return new Evidence(
        READER, policy, Optional.empty(), place, host, Strength.FIRM, Optional.empty());
  }
}
