package dev.faultline.graph;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Doubts what several workloads read whole: in a list of all addresses that everybody gets, most
 * entries are not for this reader. An entry whose key, section or file bears a reader's name is
 * that reader's, and nobody else's.
 */
final class SharedConfiguration {

  private static final int MANY_READERS = 3;
  private static final int MANY_HOSTS = 4;
  private static final Set<EdgeClass> SERVERS = Set.of(EdgeClass.STORE, EdgeClass.MESSAGING);

  private final Map<Part, List<Runner>> readers;
  private final Copies copies;
  private final Map<Part, List<Runner>> everybody = new HashMap<>();
  private final Map<Part, Long> hosts = new HashMap<>();
  private final Map<Part, Long> programs = new HashMap<>();
  private final Map<Part, Owners> owners = new HashMap<>();

  SharedConfiguration(Map<Part, List<Runner>> readers, Copies copies) {
    this.readers = readers;
    this.copies = copies;
  }

  /** The evidence as it counts for this reader. */
  Evidence judge(Runner reader, SaidBy.Shared shared, Evidence evidence, Destination destination) {
    var part = copies.with(shared.part()).getFirst(); // What holds for it holds for all copies.
    var all = everybody.computeIfAbsent(part, this::readers);
    if (all.size() < 2 || evidence.strength() == Strength.WEAK) {
      return evidence;
    }
    var own =
        owners.computeIfAbsent(part, p -> new Owners(all)).of(evidence.place()).stream()
            .filter(owner -> !isNamedAfter(destination, owner))
            .toList();
    if (own.stream().anyMatch(owner -> owner.ref().equals(reader.ref()))) {
      return evidence;
    }
    if (!own.isEmpty() && own.stream().noneMatch(owner -> isBehind(destination, owner))) {
      return evidence.weakenedBecause("an entry for " + own.getFirst().ref().name());
    }
    if (isAnotherRole(reader, shared.part().configuration(), destination)) {
      return evidence.weakenedBecause("a name of the program itself, which reads it in each role");
    }
    if (isBeyondItsSoftware(reader, destination)) {
      return evidence.weakenedBecause("a store or broker, which knows nothing of such a setting");
    }
    return isReadByMany(part, shared, all) && hosts(part, shared) >= MANY_HOSTS
        ? evidence.weakenedBecause(
            "one of many addresses in a configuration that " + all.size() + " workloads read whole")
        : evidence;
  }

  /**
   * A database that reads the configuration of all does so for its password. Stores and brokers are
   * finished software that calls others of its kind at most; what else they are to call, settings
   * that bear their own name tell them.
   */
  private static boolean isBeyondItsSoftware(Runner reader, Destination destination) {
    var runs = EdgeClassifier.runs(reader);
    return runs.filter(SERVERS::contains).isPresent()
        && destination instanceof Destination.Inside inside
        && inside.behind().stream().noneMatch(one -> EdgeClassifier.runs(one).equals(runs));
  }

  private boolean isAnotherRole(Runner reader, ResourceRef configuration, Destination destination) {
    return destination instanceof Destination.Inside inside
        && inside.behind().stream()
            .anyMatch(
                callee ->
                    callee.program().equals(reader.program()) && references(callee, configuration));
  }

  private static boolean references(Runner runner, ResourceRef configuration) {
    return runner.references().stream()
        .anyMatch(
            one ->
                one.target().equals(configuration.kind())
                    && one.name().equals(configuration.name())
                    && one.use() != Reference.Use.ENV);
  }

  /**
   * The same program in several roles, web and worker, reads one configuration for one purpose;
   * unless that lists the roles themselves, as services that are called.
   */
  private boolean isReadByMany(Part first, SaidBy.Shared shared, List<Runner> all) {
    long many =
        programs.computeIfAbsent(
            first,
            part ->
                Math.max(
                    all.stream().map(Runner::program).distinct().count(), listed(shared, all)));
    return many >= MANY_READERS;
  }

  private static long listed(SaidBy.Shared shared, List<Runner> all) {
    var hosts =
        shared.configuration().evidence().stream()
            .filter(shared.part()::holds)
            .filter(one -> one.strength() != Strength.WEAK)
            .map(one -> one.names().host())
            .map(host -> host.split("\\.", 2)[0])
            .collect(Collectors.toSet());
    return all.stream().filter(runner -> hosts.contains(runner.ref().name())).count();
  }

  private long hosts(Part first, SaidBy.Shared shared) {
    return hosts.computeIfAbsent(
        first,
        part ->
            shared.configuration().evidence().stream()
                .filter(shared.part()::holds)
                .filter(one -> one.strength() != Strength.WEAK)
                .map(one -> one.names().host())
                .distinct()
                .count());
  }

  private List<Runner> readers(Part part) {
    var byRef = new LinkedHashMap<ResourceRef, Runner>();
    copies.with(part).forEach(one -> ofOne(one).forEach(runner -> byRef.put(runner.ref(), runner)));
    return List.copyOf(byRef.values());
  }

  /** Who reads the whole reads each file of it too. */
  private List<Runner> ofOne(Part part) {
    var own = readers.getOrDefault(part, List.of());
    return part.isWhole()
        ? own
        : Stream.concat(
                own.stream(),
                readers.getOrDefault(Part.whole(part.configuration()), List.of()).stream())
            .toList();
  }

  /**
   * Where {@code media} reads it and {@code media-frontend} is called, the entry is of the one
   * called; where {@code media-mongodb} is called, that is what media keeps its data in.
   */
  private static boolean isNamedAfter(Destination destination, Runner owner) {
    return destination instanceof Destination.Inside inside
        && inside.behind().stream()
            .map(callee -> callee.ref().name())
            .filter(name -> KnownSoftware.byName(name).isEmpty())
            .anyMatch(name -> Owners.beginsWith(name, owner));
  }

  private static boolean isBehind(Destination destination, Runner owner) {
    return destination instanceof Destination.Inside inside
        && inside.behind().stream().anyMatch(runner -> runner.ref().equals(owner.ref()));
  }
}
