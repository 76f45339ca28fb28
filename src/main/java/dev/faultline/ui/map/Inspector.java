package dev.faultline.ui.map;

import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.graph.BlastRadius;
import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.Difference.OnlyIn;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapComparison.Side;
import dev.faultline.graph.layout.MapContents;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Redaction;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.Strength;
import dev.faultline.model.Version;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.Inspection.Changes;
import dev.faultline.ui.map.Inspection.Field;
import dev.faultline.ui.map.Inspection.Link;
import dev.faultline.ui.map.Inspection.VersionFacts;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gathers what the inspector tells; compares manifests, so never on the FX thread. */
final class Inspector {

  private static final Set<Status> NOT_WELL =
      Set.of(Status.FAILING, Status.DEGRADED, Status.UNKNOWN, Status.PROGRESSING, Status.PAUSED);

  private static final Difference NONE = new Difference.Within(0);

  private final ScreenTools tools;
  private final Words words;
  private final ArrowInspector arrows;
  private final EntryWords entries;

  Inspector(ScreenTools tools) {
    this.tools = tools;
    this.words = new Words(tools.words());
    this.arrows = new ArrowInspector(tools);
    this.entries = new EntryWords(tools.words());
  }

  /** What to look at. */
  record Question(
      Workspace workspace,
      Set<String> namespaces,
      Optional<MapSubject> selected,
      Optional<Line> arrow,
      MapPicture.Grouping grouping,
      Optional<ComparedMap> compared) {}

  Inspection look(Question question) {
    return question
        .arrow()
        .map(line -> question.compared().map(both -> both.origin(line)).orElse(line))
        .flatMap(
            line ->
                question
                    .workspace()
                    .cluster(line.from().cluster())
                    .flatMap(cluster -> arrows.look(cluster, question.grouping().of(), line)))
        .orElseGet(() -> node(question));
  }

  private Inspection node(Question question) {
    return question
        .selected()
        .flatMap(
            subject ->
                question
                    .workspace()
                    .cluster(subject.cluster())
                    .flatMap(
                        cluster ->
                            selected(cluster, subject, question)
                                .map(found -> hurting(cluster, found))))
        .map(found -> compared(found, question.compared()))
        .orElseGet(() -> overview(question));
  }

  /** What else is to be said of a node on a map of two sides. */
  private Inspection compared(Inspection found, Optional<ComparedMap> compared) {
    return found instanceof Inspection.Selected selected
        ? compared.map(both -> selected.with(counterpart(selected, both))).orElse(selected)
        : found;
  }

  private Inspection.Counterpart counterpart(Inspection.Selected selected, ComparedMap both) {
    var there =
        Optional.ofNullable(both.counterparts().get(selected.subject()))
            .flatMap(
                other ->
                    other instanceof MapSubject.InCluster in
                        ? Optional.of(in.ref())
                        : Optional.empty());
    var difference = both.difference(selected.subject());
    boolean isOnlyOnTheRight =
        difference.orElse(NONE) instanceof OnlyIn only && only.side() == Side.RIGHT;
    return new Inspection.Counterpart(
        difference.map(words::difference).orElseGet(() -> tools.say("map.same-version")),
        both.comparison().name(isOnlyOnTheRight ? Side.LEFT : Side.RIGHT),
        selected.service().isPresent() ? there : Optional.empty());
  }

  private Inspection overview(Question question) {
    var services =
        question
            .workspace()
            .services()
            .filter(
                service ->
                    question.namespaces().isEmpty()
                        || question.namespaces().contains(service.ref().namespace()))
            .toList();
    return new Inspection.Overview(
        services.size(), troubles(services), mended(question.workspace()));
  }

  /** While services still come in, nothing is known to fit nothing. */
  private static List<Inspection.MendedEdge> mended(Workspace workspace) {
    return workspace.clusters().stream()
        .flatMap(
            cluster ->
                cluster.mendings().stream()
                    .map(
                        said ->
                            new Inspection.MendedEdge(
                                cluster.id(),
                                said,
                                Optional.ofNullable(cluster.mended().unfitting().get(said))
                                    .filter(why -> !cluster.isLoading()))))
        .toList();
  }

  private List<Link> troubles(List<Service> services) {
    return services.stream()
        .filter(service -> NOT_WELL.contains(service.health().status()))
        .sorted(
            Comparator.comparing((Service service) -> service.health().status())
                .thenComparing(Service::ref))
        .map(this::trouble)
        .toList();
  }

  private Link trouble(Service service) {
    var reasons = service.health().reasons();
    return new Link(
        new MapSubject.InCluster(service.ref()),
        service.health().status(),
        reasons.isEmpty() ? words.status(service.health().status()) : reasons.getFirst(),
        String.join("\n", reasons),
        Optional.empty());
  }

  private Optional<Inspection> selected(
      ClusterPicture cluster, MapSubject subject, Question question) {
    var all = cluster.graph().dependencies();
    var outgoing =
        all.stream()
            .filter(one -> new MapSubject.InCluster(one.caller()).equals(subject))
            .filter(one -> one.strength() != Strength.WEAK || one.mending().isPresent())
            .toList();
    var incoming =
        all.stream()
            .filter(one -> MapContents.callee(one).equals(subject))
            .filter(one -> one.strength() != Strength.WEAK || one.mending().isPresent())
            .toList();
    var rates = new Inspection.Rates(Words.together(incoming), Words.together(outgoing));
    var needs = outgoing.stream().map(one -> link(cluster, MapContents.callee(one), one)).toList();
    var neededBy =
        incoming.stream()
            .map(one -> link(cluster, new MapSubject.InCluster(one.caller()), one))
            .toList();
    return switch (subject) {
      case MapSubject.Folded whole -> group(cluster, whole.group(), question);
      case MapSubject.Outside outside ->
          Optional.of(
              nodeOnly(
                  outside,
                  tools.say("map.outside"),
                  rates,
                  needs,
                  neededBy,
                  Inspection.Entries.NONE));
      case MapSubject.InCluster in ->
          cluster
              .catalog()
              .find(in.ref())
              .<Inspection>map(service -> ofService(cluster, service, rates, needs, neededBy))
              .or(
                  () ->
                      neededBy.isEmpty()
                          ? Optional.empty()
                          : Optional.of(
                              nodeOnly(
                                  in,
                                  in.ref().kind().name(),
                                  rates,
                                  needs,
                                  neededBy,
                                  entries.of(cluster, in.ref()))));
    };
  }

  private Inspection hurting(ClusterPicture cluster, Inspection found) {
    return found instanceof Inspection.Selected selected
        ? selected.hurting(
            radius(cluster, selected.subject()).hurt().stream()
                .map(one -> hurt(cluster, one))
                .toList())
        : found;
  }

  private static BlastRadius radius(ClusterPicture cluster, MapSubject subject) {
    return switch (subject) {
      case MapSubject.InCluster in -> BlastRadius.of(cluster.graph(), in.ref());
      case MapSubject.Outside outside -> BlastRadius.ofHost(cluster.graph(), outside.host());
      case MapSubject.Folded _ -> new BlastRadius(List.of());
    };
  }

  private Link hurt(ClusterPicture cluster, BlastRadius.Hurt hurt) {
    var subject = new MapSubject.InCluster(hurt.who());
    return new Link(
        subject,
        ArrowInspector.health(cluster, subject),
        words.hurt(hurt),
        words.hurtInFull(hurt),
        Optional.empty());
  }

  private Optional<Inspection> group(ClusterPicture cluster, GroupId group, Question question) {
    var grouping = question.grouping();
    var services =
        candidates(cluster, question)
            .filter(service -> grouping.of().of(service.ref()).equals(group))
            .toList();
    var pods = services.stream().mapToInt(service -> service.replicas().wanted()).sum();
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Inspection.Group(
                group,
                grouping.folded().contains(group),
                services.size(),
                pods,
                troubles(services),
                entries.within(cluster, grouping.of(), group)));
  }

  /** What a group may hold: on a map of two sides, what of either is drawn. */
  private static Stream<Service> candidates(ClusterPicture cluster, Question question) {
    return question
        .compared()
        .map(
            both ->
                both.content().nodes().keySet().stream()
                    .filter(MapSubject.InCluster.class::isInstance)
                    .map(MapSubject.InCluster.class::cast)
                    .flatMap(one -> question.workspace().find(one.ref()).stream()))
        .orElseGet(() -> cluster.catalog().services().stream());
  }

  private Inspection nodeOnly(
      MapSubject subject,
      String kind,
      Inspection.Rates rates,
      List<Link> needs,
      List<Link> neededBy,
      Inspection.Entries entries) {
    var reason =
        subject instanceof MapSubject.Outside
            ? tools.say("map.outside-health")
            : tools.say("map.front-health");
    return new Inspection.Selected(
        subject,
        kind,
        Status.UNKNOWN,
        List.of(reason),
        Optional.empty(),
        Optional.empty(),
        new Changes.NothingToCompare(),
        rates,
        needs,
        neededBy,
        List.of(),
        Optional.empty(),
        entries);
  }

  private Inspection ofService(
      ClusterPicture cluster,
      Service service,
      Inspection.Rates rates,
      List<Link> needs,
      List<Link> neededBy) {
    return new Inspection.Selected(
        new MapSubject.InCluster(service.ref()),
        service.ref().kind().name(),
        service.health().status(),
        service.health().reasons(),
        Optional.of(service.ref()),
        service.currentRevision().map(current -> version(service, current)),
        changes(cluster, service),
        rates,
        needs,
        neededBy,
        List.of(),
        Optional.empty(),
        entries.of(cluster, service.ref()));
  }

  private Link link(ClusterPicture cluster, MapSubject subject, Dependency dependency) {
    var caller = new MapSubject.InCluster(dependency.caller());
    return new Link(
        subject,
        ArrowInspector.health(cluster, subject),
        words.evidenceInShort(dependency),
        String.join("\n", words.evidence(dependency)),
        Optional.of(new Line(caller, MapContents.callee(dependency))));
  }

  private VersionFacts version(Service service, Revision current) {
    var before = previous(service, current).map(Inspector::name).orElse("");
    var now = tools.clock().instant();
    var when =
        current
            .created()
            .map(
                created -> tools.say("map.time-and-age", Ages.utc(created), Ages.age(created, now)))
            .orElse("");
    var author = current.author().map(by -> tools.say("map.by", by));
    var cause =
        current
            .changeCause()
            .filter(text -> !text.isBlank())
            .map(text -> tools.say("map.cause", Redaction.text(text)));
    var by = String.join(" ", Stream.of(author, cause).flatMap(Optional::stream).toList());
    return new VersionFacts(name(current), before, when, by);
  }

  static String name(Revision revision) {
    if (!(revision.version() instanceof Version.Unknown)) {
      return revision.version().text();
    }
    return revision.number() > 0 ? "#" + revision.number() : revision.shortId();
  }

  private static Optional<Revision> previous(Service service, Revision current) {
    return service.revisions().stream()
        .filter(revision -> !revision.current() && revision.number() < current.number())
        .findFirst();
  }

  private static Changes changes(ClusterPicture cluster, Service service) {
    Function<Revision, Optional<dev.faultline.model.json.JsonObject>> template =
        revision -> RevisionTemplates.of(cluster.state(), revision);
    var current = service.currentRevision();
    var now = current.flatMap(template);
    var before = current.flatMap(one -> previous(service, one)).flatMap(template);
    if (now.isEmpty() || before.isEmpty()) {
      return new Changes.NothingToCompare();
    }
    var diff = ManifestDiff.compareTemplates(before.get(), now.get(), DiffOptions.MEANINGFUL);
    return new Changes.Fields(diff.changes().stream().map(Inspector::field).toList());
  }

  private static Field field(FieldChange change) {
    var path = change.path();
    var name = path.substring(path.lastIndexOf(" · ") < 0 ? 0 : path.lastIndexOf(" · ") + 3);
    return switch (change) {
      case FieldChange.Added added -> new Field(name, path, "", added.after());
      case FieldChange.Removed removed -> new Field(name, path, removed.before(), "");
      case FieldChange.Changed changed -> {
        var tags = changed.note().startsWith("tag ") ? changed.note().substring(4) : "";
        int arrow = tags.indexOf(" → ");
        yield arrow > 0
            ? new Field(name, path, tags.substring(0, arrow), tags.substring(arrow + 3))
            : new Field(name, path, changed.before(), changed.after());
      }
    };
  }
}
