package dev.faultline.ui.map;

import dev.faultline.graph.BlastRadius.Flow;
import dev.faultline.graph.BlastRadius.Hurt;
import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Members;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.model.Provenance;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.text.Ages;
import dev.faultline.text.Messages;
import dev.faultline.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How what is on the map is called. */
final class Words {

  private static final int MOST = 4;

  private final Messages messages;

  Words(Messages messages) {
    this.messages = messages;
  }

  String status(Status status) {
    return switch (status) {
      case FAILING -> messages.say("map.status-failing");
      case DEGRADED -> messages.say("map.status-degraded");
      case UNKNOWN -> messages.say("map.status-unknown");
      case PROGRESSING -> messages.say("map.status-progressing");
      case PAUSED -> messages.say("map.status-paused");
      case IDLE -> messages.say("map.status-idle");
      case HEALTHY -> messages.say("map.status-healthy");
    };
  }

  static Mark mark(Status status) {
    return switch (status) {
      case FAILING -> Mark.FAILING;
      case DEGRADED -> Mark.DEGRADED;
      case UNKNOWN -> Mark.UNKNOWN;
      case PROGRESSING -> Mark.PROGRESSING;
      case PAUSED -> Mark.PAUSED;
      case IDLE -> Mark.IDLE;
      case HEALTHY -> Mark.HEALTHY;
    };
  }

  String provenance(Provenance provenance) {
    return switch (provenance) {
      case OBSERVED -> messages.say("map.provenance-observed");
      case BOTH -> messages.say("map.provenance-both");
      case DECLARED -> messages.say("map.provenance-declared");
      case ALLOWED -> messages.say("map.provenance-allowed");
    };
  }

  String edgeKind(EdgeKind kind) {
    return switch (kind) {
      case OBSERVED -> messages.say("map.provenance-observed");
      case BOTH -> messages.say("map.provenance-both");
      case QUIET -> messages.say("map.gone-quiet");
      case DECLARED -> messages.say("map.provenance-declared");
      case ALLOWED -> messages.say("map.provenance-allowed");
    };
  }

  String edgeClass(EdgeClass edgeClass) {
    return switch (edgeClass) {
      case APPLICATION -> messages.say("map.class-application");
      case STORE -> messages.say("map.class-store");
      case MESSAGING -> messages.say("map.class-messaging");
      case TELEMETRY -> messages.say("map.class-telemetry");
      case INFRASTRUCTURE -> messages.say("map.class-infrastructure");
      case EXTERNAL -> messages.say("map.class-external");
    };
  }

  /** "declared, env PAYMENT_ADDR"; "12.3 req/s, 1.5 % errors" where traffic is known. */
  String evidenceInShort(Dependency dependency) {
    if (dependency.mending().filter(said -> said.verdict() == Verdict.NOT_SO).isPresent()) {
      return messages.say("map.mended-not-so");
    }
    return dependency
        .traffic()
        .map(seen -> seen.seen().quiet() ? quiet(seen) : withoutLatency(seen.figures()).describe())
        .orElseGet(() -> declaredInShort(dependency));
  }

  /** "12.3 req/s, 1.5 % errors" of all together, in the most telling unit; empty if none talks. */
  static String together(List<Dependency> dependencies) {
    var figures =
        dependencies.stream()
            .flatMap(one -> one.traffic().stream())
            .filter(seen -> !seen.seen().quiet())
            .map(Sighting::figures)
            .toList();
    return figures.stream()
        .map(TrafficFigures::unit)
        .min(Comparator.naturalOrder())
        .flatMap(
            unit ->
                figures.stream()
                    .filter(one -> one.unit() == unit)
                    .map(Words::withoutLatency)
                    .reduce(TrafficFigures::plus))
        .map(TrafficFigures::describe)
        .orElse("");
  }

  /** "2 hops · 12 req/s · 38 %": how far away somebody is from what fails, and how hurt. */
  String hurt(Hurt hurt) {
    var hops = hops(hurt.callsAway());
    return switch (hurt.flow()) {
      case Flow.Unknown _ -> messages.say("map.hurt-unknown", hops);
      case Flow.Silent _ -> messages.say("map.hurt-silent", hops);
      case Flow.Seen seen ->
          messages.say("map.hurt-seen", hops, rate(seen.figures()), seen.percent());
    };
  }

  /** "2 hops · 38 %", for a card; without traffic data only how far away. */
  String hurtInShort(Hurt hurt) {
    var hops = hops(hurt.callsAway());
    return switch (hurt.flow()) {
      case Flow.Unknown _ -> hops;
      case Flow.Silent _ -> messages.say("map.hurt-silent", hops);
      case Flow.Seen seen -> messages.say("map.hurt-share", hops, seen.percent());
    };
  }

  /** The same in a sentence. */
  String hurtInFull(Hurt hurt) {
    var hops = hops(hurt.callsAway());
    var who = hurt.who().path();
    return switch (hurt.flow()) {
      case Flow.Unknown _ -> messages.say("map.hurt-unknown-in-full", who, hops);
      case Flow.Silent _ -> messages.say("map.hurt-silent-in-full", who, hops);
      case Flow.Seen seen ->
          messages.say(
              "map.hurt-seen-in-full", who, hops, seen.figures().describe(), seen.percent());
    };
  }

  private String hops(int count) {
    return messages.count("map.hop", "map.hops", count);
  }

  private static String rate(TrafficFigures one) {
    return new TrafficFigures(one.unit(), one.perSecond(), OptionalDouble.empty(), Optional.empty())
        .describe();
  }

  /** For where there is little room; percentiles of several cannot be put together anyway. */
  private static TrafficFigures withoutLatency(TrafficFigures one) {
    return new TrafficFigures(one.unit(), one.perSecond(), one.errorShare(), Optional.empty());
  }

  private String quiet(Sighting seen) {
    return messages.say("map.quiet-since", Ages.timeOfDay(seen.seen().last()));
  }

  private String declaredInShort(Dependency dependency) {
    if (dependency.mending().isPresent()) {
      return messages.say("map.mended-short");
    }
    var known = said(dependency);
    return dependency.evidence().stream()
        .findFirst()
        .map(one -> messages.say("map.evidence-short", known, one.reader(), one.place()))
        .orElse(known);
  }

  /** "declared: env PAYMENT_ADDR in Deployment shop/checkout", a line for each. */
  List<String> evidence(Dependency dependency) {
    var known = said(dependency);
    var all = dependency.evidence().stream().map(this::sentence).distinct().toList();
    var lines = new ArrayList<String>();
    dependency.mending().map(Mending::describe).ifPresent(lines::add);
    dependency.sightings().forEach(seen -> lines.add(sighting(seen)));
    all.stream()
        .limit(MOST)
        .map(one -> messages.say("map.evidence", known, one))
        .forEach(lines::add);
    if (all.size() > MOST) {
      lines.add(messages.say("map.evidence-more", all.size() - MOST));
    }
    return List.copyOf(lines);
  }

  /** What manifests do to it: what was seen has lines of its own. */
  private String said(Dependency dependency) {
    return provenance(
        dependency.provenance() == Provenance.BOTH ? Provenance.DECLARED : dependency.provenance());
  }

  /** "seen: 12.3 req/s, 1.5 % errors, p95 40 ms, by Istio in Prometheus at …; first …, last …". */
  private String sighting(Sighting seen) {
    var times = seen.seen();
    return messages.say(
        "map.seen",
        times.quiet() ? quiet(seen) : seen.figures().describe(),
        seen.via(),
        seen.source(),
        Ages.utc(times.first()),
        Ages.utc(times.last()));
  }

  private String sentence(Evidence evidence) {
    return evidence
        .doubt()
        .map(doubt -> messages.say("map.evidence-doubt", evidence.describe(), doubt))
        .orElseGet(evidence::describe);
  }

  /** "14 services, 61 pods". */
  String count(Members members) {
    return messages.say("map.group-count", members.services(), members.pods());
  }

  /** The age of a change, "26 min"; of a folded group how many changed, "2 new". */
  String change(NodeFacts facts) {
    return facts
        .members()
        .filter(members -> members.changed() > 0)
        .map(members -> messages.say("map.group-changed", members.changed()))
        .or(() -> facts.changed().map(Words::age))
        .orElse("");
  }

  /** What a folded group has to tell in colour: how many differ, or how many changed. */
  String badge(NodeFacts facts) {
    return facts.difference().map(this::difference).orElseGet(() -> change(facts));
  }

  /** "namespace", "application", "team". */
  String sort(GroupId group) {
    return switch (group.by()) {
      case NAMESPACE -> messages.say("map.group");
      case APPLICATION -> messages.say("map.group-application");
      case TEAM -> messages.say("map.group-team");
    };
  }

  /** "2 failing, 1 degraded, 11 healthy". */
  String byStatus(Members members) {
    return members.byStatus().entrySet().stream()
        .map(entry -> entry.getValue() + " " + status(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** "only in staging", "in staging it leads into shop", "1.4.2 → 1.5.0", "3 differ". */
  String difference(Difference difference) {
    return switch (difference) {
      case Difference.OnlyIn only -> messages.say("map.only-in", only.where());
      case Difference.OtherVersion(String left, String right) ->
          messages.say("map.other-version", version(left), version(right));
      case Difference.Across across ->
          messages.say("map.leads-across", across.from(), across.into());
      case Difference.Within(int count) -> messages.say("map.differ", count);
    };
  }

  private String version(String text) {
    return text.isEmpty() ? messages.say("map.version-unknown") : text;
  }

  /** "entry point: calls from outside come here". */
  String entry() {
    return messages.say("map.entry");
  }

  /** "called from outside". */
  String entryInShort() {
    return messages.say("map.entry-short");
  }

  String outside() {
    return messages.say("map.outside");
  }

  /** "26 min". */
  static String age(Duration age) {
    return Ages.age(Instant.EPOCH, Instant.EPOCH.plus(age));
  }

  private String sort(MapSubject subject) {
    return switch (subject) {
      case MapSubject.InCluster in -> in.ref().kind().name();
      case MapSubject.Folded folded -> sort(folded.group());
      case MapSubject.Outside _ -> "";
    };
  }

  /** All that the node shows, for those who can't see it. */
  String node(MapNode node) {
    var facts = node.facts();
    var said =
        Stream.of(
                node.label(),
                sort(node.subject()),
                node.facts().members().map(this::count).orElse(""),
                node.facts().members().map(this::byStatus).orElse(""),
                facts.sort() == NodeSort.OUTSIDE
                    ? messages.say("map.outside")
                    : status(facts.status()),
                facts.version(),
                facts.difference().map(this::difference).orElse(""),
                facts.hurt().map(this::hurt).orElse(""),
                facts.replicas().isEmpty()
                    ? ""
                    : messages.say("map.ready-of", facts.replicas().replace("/", " / ")),
                facts.changed().map(age -> messages.say("map.changed-ago", age(age))).orElse(""),
                facts.entry() ? entry() : "",
                facts.members().isPresent() ? messages.say("map.group-open-hint") : "")
            .filter(part -> !part.isEmpty());
    return String.join(", ", said.toList());
  }
}
