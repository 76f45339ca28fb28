package dev.faultline.ui.map;

import dev.faultline.graph.layout.FittingLayout;
import dev.faultline.graph.layout.Folding;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.MapContent;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Placement;
import dev.faultline.graph.layout.StableLayout;
import dev.faultline.model.Dependency;
import dev.faultline.model.Provenance;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the picture of the map from what is linked; may take seconds. */
final class MapMaker {

  private final InstantSource clock;
  private final StableLayout layout = new StableLayout(new FittingLayout());
  private Optional<MapChoice> lastChoice = Optional.empty();
  private Placement lastPlacement = Placement.EMPTY;
  private int layouts;
  private volatile Optional<Unfolded> last = Optional.empty();

  MapMaker(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param tidy lay out anew, though the nodes have places already
   */
  record Request(Workspace workspace, MapChoice choice, boolean tidy) {}

  /**
   * All that does not depend on which groups are folded.
   *
   * @param choice what it was made for
   */
  private record Unfolded(
      Workspace workspace,
      MapChoice choice,
      ContentMaker.Made made,
      Optional<Headline> headline,
      ComparableSides sides) {

    /**
     * Another folding of the same; what is asked for once more is to have its ages counted anew.
     */
    boolean serves(Request request) {
      return request.workspace() == workspace
          && made.choice().equals(choice)
          && !request.choice().equals(choice)
          && request.choice().folding(choice.folds()).equals(choice);
    }

    Unfolded folding(MapChoice other) {
      var same = new ContentMaker.Made(made.content(), made.compared(), other, made.path());
      return new Unfolded(workspace, other, same, headline, sides);
    }
  }

  MapPicture make(Request request) throws InterruptedException {
    var workspace = request.workspace();
    var unfolded = unfolded(request);
    var made = unfolded.made();
    var whole = made.content();
    var choice = made.choice();
    var content = Folding.fold(whole, folds(workspace, choice.folds()));
    var structure = content.structure();
    var placement =
        request.tidy() ? layout.tidy(choice, structure) : layout.place(choice, structure);
    boolean empty = content.nodes().isEmpty();
    return new MapPicture(
        workspace,
        choice,
        count(choice, placement),
        MapScene.of(content, placement),
        empty ? Situation.ofEmpty(workspace, choice, made.compared()) : new Situation.Showing(),
        provenances(workspace),
        edgeKinds(workspace),
        workspace.clusters().size() > 1,
        unfolded.headline(),
        grouping(workspace, whole, content),
        made.path(),
        made.compared(),
        unfolded.sides());
  }

  private Unfolded unfolded(Request request) {
    var now =
        last.filter(known -> known.serves(request))
            .map(known -> known.folding(request.choice()))
            .orElseGet(() -> gather(request));
    last = Optional.of(now);
    return now;
  }

  private Unfolded gather(Request request) {
    var workspace = request.workspace();
    var made = new ContentMaker(workspace, clock.instant()).make(request.choice());
    return new Unfolded(
        workspace,
        request.choice(),
        made,
        HeadlineFinder.find(workspace, made.choice().namespaces()),
        new ComparableSides(workspace));
  }

  /** While services still come in, it is not worth while to lay out those that are there. */
  private static Folds folds(Workspace workspace, Folds chosen) {
    boolean loading = workspace.clusters().stream().anyMatch(ClusterPicture::isLoading);
    return loading && chosen.equals(Folds.AUTOMATIC) ? Folds.all(true) : chosen;
  }

  private static MapPicture.Grouping grouping(
      Workspace workspace, MapContent whole, MapContent shown) {
    var folded =
        shown.nodes().keySet().stream()
            .filter(MapSubject.Folded.class::isInstance)
            .map(MapSubject.Folded.class::cast)
            .map(MapSubject.Folded::group)
            .collect(Collectors.toCollection(TreeSet::new));
    int services =
        (int)
            whole.nodes().keySet().stream().filter(MapSubject.InCluster.class::isInstance).count();
    return new MapPicture.Grouping(
        services,
        whole.groups(),
        possible(workspace),
        new TreeSet<>(Folding.groups(whole)),
        folded);
  }

  /** By what any of the services can be grouped. */
  private static Set<GroupBy> possible(Workspace workspace) {
    var found = EnumSet.of(GroupBy.NAMESPACE);
    workspace
        .services()
        .forEach(
            service -> {
              service.belonging().application().ifPresent(name -> found.add(GroupBy.APPLICATION));
              service.belonging().team().ifPresent(name -> found.add(GroupBy.TEAM));
            });
    return found;
  }

  /** Another choice, or not one node where it was: then the eye has to find its way anew. */
  private synchronized int count(MapChoice choice, Placement placement) {
    boolean stays =
        lastChoice.filter(choice::equals).isPresent()
            && lastPlacement.boxes().entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(placement.boxes().get(entry.getKey())));
    lastChoice = Optional.of(choice);
    lastPlacement = placement;
    if (!stays && !placement.boxes().isEmpty()) {
      layouts++;
    }
    return layouts;
  }

  private static Set<Provenance> provenances(Workspace workspace) {
    var found = EnumSet.noneOf(Provenance.class);
    workspace.clusters().stream()
        .flatMap(cluster -> cluster.graph().dependencies().stream())
        .map(Dependency::provenance)
        .forEach(found::add);
    return found;
  }

  private static Set<EdgeKind> edgeKinds(Workspace workspace) {
    var found = EnumSet.noneOf(EdgeKind.class);
    workspace.clusters().stream()
        .flatMap(cluster -> cluster.graph().dependencies().stream())
        .map(EdgeKind::of)
        .forEach(found::add);
    return found;
  }
}
