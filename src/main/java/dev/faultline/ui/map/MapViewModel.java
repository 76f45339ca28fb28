package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Mending;
import dev.faultline.model.ResourceRef;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.EdgeMender;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Navigator.ServicePart;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the map shows, what is selected on it, and what can be done from there. */
public final class MapViewModel {

  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final Navigator navigator;
  private final EdgeMender mender;
  private final Latest<Workspace> arriving;
  private final NewestWork<MapMaker.Request, MapPicture> pictures;
  private final NewestWork<Inspector.Question, Inspection> inspections;
  private final ReadOnlyObjectWrapper<MapPicture> picture =
      new ReadOnlyObjectWrapper<>(MapPicture.AT_FIRST);
  private final ReadOnlyObjectWrapper<Inspection> inspection =
      new ReadOnlyObjectWrapper<>(Inspection.NOTHING);
  private final ReadOnlyObjectWrapper<MapChoice> choice =
      new ReadOnlyObjectWrapper<>(MapChoice.AT_FIRST);
  private final ObjectProperty<Set<String>> namespaces = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Optional<ResourceRef>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<MapSubject>> current =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Line>> arrow =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final PathModel path = new PathModel(choice::get, this::choose);
  private final CompareModel comparing;
  private Workspace workspace = Workspace.EMPTY;
  private Optional<GroupId> refolded = Optional.empty();

  public MapViewModel(
      ScreenTools tools, WorkspaceFeed feed, Navigator navigator, EdgeMender mender) {
    this.tools = tools;
    this.feed = feed;
    this.navigator = navigator;
    this.mender = mender;
    this.comparing =
        new CompareModel(
            () -> picture.get().sides(), choice::get, this::choose, navigator::compare);
    var maker = new MapMaker(tools.clock());
    var inspector = new Inspector(tools);
    this.arriving = new Latest<>(tools.fx(), this::arrived);
    this.pictures =
        new NewestWork<>(
            tools.say("map.task-layout"), tools.background(), tools.fx(), maker::make, this::show);
    this.inspections =
        new NewestWork<>(
            tools.say("map.task-inspect"),
            tools.background(),
            tools.fx(),
            inspector::look,
            inspection::set);
    selected.addListener((property, before, now) -> follow(now));
    current.addListener((property, before, now) -> lead(now));
    namespaces.addListener((property, before, now) -> filter(choice.get().within(now)));
  }

  /**
   * Makes the maps of a workspace that nobody will see: what that loads and compiles, the first map
   * need not wait for. May take a second.
   */
  public void rehearse(Workspace workspace) throws InterruptedException {
    MapRehearsal.play(workspace, tools.clock());
  }

  /** Follows what is linked until it is closed. */
  AutoCloseable follow() {
    return feed.subscribe(arriving::offer);
  }

  /** Counts the ages anew. */
  void refresh() {
    pictures.next(request(false));
  }

  /** The service that is selected; empty also while a host outside is. */
  public ObjectProperty<Optional<ResourceRef>> selectedProperty() {
    return selected;
  }

  /** The namespaces that are shown; none means all. */
  public ObjectProperty<Set<String>> namespacesProperty() {
    return namespaces;
  }

  /** The node that is selected, whatever it stands for. */
  ObjectProperty<Optional<MapSubject>> currentProperty() {
    return current;
  }

  /** The arrow that is inspected; none while a node is selected. */
  ReadOnlyObjectProperty<Optional<Line>> arrowProperty() {
    return arrow.getReadOnlyProperty();
  }

  /** Tells of an arrow instead of a node. */
  void inspect(Line line) {
    current.set(Optional.empty());
    arrow.set(Optional.of(line));
    inspections.instead(question(Optional.empty()));
  }

  /** Tells of no node and no arrow. */
  void inspectNothing() {
    arrow.set(Optional.empty());
    current.set(Optional.empty());
    inspections.instead(question(Optional.empty()));
  }

  /** Keeps what a person says of an edge; the map follows. */
  void mend(ClusterId cluster, Mending said) {
    mender.mend(cluster, said);
  }

  void takeBack(ClusterId cluster, Mending said) {
    mender.takeBack(cluster, said);
  }

  /** The service or host that a person means, if it is plain. */
  Optional<String> mendTarget(MapSubject.InCluster caller, String typed) {
    return workspace
        .cluster(caller.cluster())
        .flatMap(cluster -> MendTarget.find(cluster, caller, typed));
  }

  /** All that was mended by hand in what is linked. */
  List<Mending> mendings() {
    return workspace.clusters().stream()
        .flatMap(cluster -> cluster.mendings().stream())
        .distinct()
        .toList();
  }

  ReadOnlyObjectProperty<MapPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Inspection> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<MapChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Shows only what is near the selected node, or everything again. */
  void focus(MapFocus focus) {
    choose(choice.get().focused(Focus.on(focus, current.get())));
  }

  /** The path between two that is asked for or shown. */
  PathModel path() {
    return path;
  }

  void filterNodes(NodeFilter filter) {
    filter(choice.get().with(filter));
  }

  /**
   * Lifts what the node is hidden by, a filter, a focus or a comparison: who asks for a service
   * wants to see it.
   */
  void unfilter(MapSubject subject) {
    var shown = picture.get();
    if (shown.scene().find(subject).isEmpty() && hiding(subject).isEmpty()) {
      filter((isService(subject) ? choice.get().whole() : choice.get()).with(NodeFilter.ALL));
    }
  }

  private boolean isService(MapSubject subject) {
    return subject instanceof MapSubject.InCluster in && workspace.find(in.ref()).isPresent();
  }

  /** The clusters that are linked. */
  List<ClusterId> clusters() {
    return workspace.clusters().stream().map(ClusterPicture::id).toList();
  }

  void filterEdges(EdgeFilter filter) {
    filter(choice.get().with(filter));
  }

  /** Folds groups into one node each, or opens them. */
  void fold(Folds folds) {
    choose(choice.get().folding(folds));
  }

  /** Opens a folded group. */
  void open(GroupId group) {
    refold(group, choice.get().folds().with(group, false));
  }

  /** Folds or opens that one group: the eye has to stay on it. */
  void refold(GroupId group, Folds folds) {
    refolded = Optional.of(group);
    fold(folds);
  }

  /** The group that was folded or opened since it was asked for last. */
  Optional<GroupId> takeRefolded() {
    var taken = refolded;
    refolded = Optional.empty();
    return taken;
  }

  /** Folds the group that the node belongs to; it itself is the current one then. */
  void foldAround(MapSubject subject) {
    groupOf(subject)
        .ifPresent(
            group -> {
              refold(group, choice.get().folds().with(group, true));
              current.set(Optional.of(new MapSubject.Folded(group)));
            });
  }

  /** The folded group that the node is hidden in, if it is. */
  Optional<GroupId> hiding(MapSubject subject) {
    return groupOf(subject)
        .filter(group -> !(subject instanceof MapSubject.Folded))
        .filter(picture.get().grouping().folded()::contains);
  }

  private Optional<GroupId> groupOf(MapSubject subject) {
    return picture.get().grouping().of().of(subject);
  }

  /** Frames services together by something else. */
  void groupBy(GroupBy by) {
    choose(choice.get().grouped(by));
  }

  /** Lays the map of one namespace or cluster over that of another. */
  CompareModel comparing() {
    return comparing;
  }

  /** Lays out anew. */
  void tidy() {
    pictures.instead(request(true));
  }

  void openService(ResourceRef service) {
    navigator.showService(service, ServicePart.VERSIONS);
  }

  void openLogs(ResourceRef service) {
    navigator.showService(service, ServicePart.LOGS);
  }

  /** Opens a folded group, or the page of the node's service, if it has one. */
  void open(MapSubject subject) {
    if (subject instanceof MapSubject.Folded folded) {
      open(folded.group());
    } else if (subject instanceof MapSubject.InCluster in && isService(subject)) {
      openService(in.ref());
    }
  }

  /** The version that fails beside the one before it. */
  void compare(Headline headline) {
    var service = headline.service().ref();
    headline
        .before()
        .ifPresent(
            before ->
                navigator.compare(
                    new ComparedSide.AtRevision(service, before.id()),
                    new ComparedSide.Live(service)));
  }

  void takeBack(Headline headline) {
    navigator.rollBack(headline.service().ref(), Optional.empty());
  }

  private void arrived(Workspace newest) {
    workspace = newest;
    pictures.next(request(false));
  }

  private void show(MapPicture made) {
    path.arrived(made);
    picture.set(made);
    inspect();
  }

  private void choose(MapChoice chosen) {
    if (!chosen.equals(choice.get())) {
      choice.set(chosen);
      pictures.instead(request(false));
    }
  }

  private void filter(MapChoice chosen) {
    choose(chosen);
    path.again();
  }

  private MapMaker.Request request(boolean tidy) {
    return new MapMaker.Request(workspace, choice.get(), tidy);
  }

  private void inspect() {
    inspections.next(question(current.get()));
  }

  private void follow(Optional<ResourceRef> service) {
    var shown = current.get().filter(MapSubject.InCluster.class::isInstance);
    if (service.isPresent() || shown.isPresent()) {
      current.set(service.map(MapSubject.InCluster::new));
    }
  }

  private void lead(Optional<MapSubject> subject) {
    arrow.set(Optional.empty());
    path.moved();
    selected.set(
        subject.flatMap(
            one ->
                one instanceof MapSubject.InCluster in ? Optional.of(in.ref()) : Optional.empty()));
    inspections.instead(question(subject));
  }

  private Inspector.Question question(Optional<MapSubject> subject) {
    return new Inspector.Question(
        workspace,
        namespaces.get(),
        subject,
        arrow.get(),
        picture.get().grouping(),
        picture.get().compared());
  }
}
