package dev.faultline.app;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.fabric8.ContextProbe;
import dev.faultline.cluster.fabric8.KubeContext;
import dev.faultline.cluster.fabric8.KubeContexts;
import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.LinkRequest.Mode;
import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.cluster.fabric8.Probed;
import dev.faultline.cluster.fabric8.Scope;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Kind;
import dev.faultline.settings.ContextSettings;
import dev.faultline.settings.Settings;
import dev.faultline.workspace.ClusterOpener.Ahead;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The contexts of the kubeconfig: lists them, and links to those that were chosen. */
final class KubeSources implements ContextLister {

  private static final Duration LINK = Duration.ofSeconds(30);
  private static final Duration PROBE = Duration.ofSeconds(10);

  private final Map<String, String> environment;
  private final Path home;
  private final Supplier<Settings> settings;
  private final boolean settingsBroken;
  private final LiveClusters clusters;
  private final Background background;
  private final LinksAhead ahead;

  KubeSources(
      Map<String, String> environment,
      Path home,
      Supplier<Settings> settings,
      boolean settingsBroken,
      LiveClusters clusters,
      Background background) {
    this.environment = environment;
    this.home = home;
    this.settings = settings;
    this.settingsBroken = settingsBroken;
    this.clusters = clusters;
    this.background = background;
    this.ahead = new LinksAhead(background, this::begin);
  }

  /** Begins to link to contexts that are likely to be chosen; an unknown one is nobody's loss. */
  void expect(SourceChoice.Contexts choice, Set<Kind> kinds, Look look, Ahead told) {
    var known = KubeContexts.read(choice.kubeconfig(), environment, home);
    ahead.expect(
        choice.names().stream()
            .flatMap(name -> known.find(name).stream())
            .map(context -> request(context, choice, kinds, look))
            .toList(),
        told);
  }

  /** Links to all the chosen contexts at the same time. */
  Opened open(SourceChoice.Contexts choice, Set<Kind> kinds, Look look) {
    var known = KubeContexts.read(choice.kubeconfig(), environment, home);
    var notes = new ArrayList<>(known.problems());
    var chosen = chosen(known, choice.names(), notes);
    var tasks = new ArrayList<Task<Opening>>();
    for (KubeContext context : chosen) {
      var request = request(context, choice, kinds, look);
      tasks.add(ahead.take(request).orElseGet(() -> begin(request)));
    }
    ahead.letGo();
    var linked = new ArrayList<LinkedCluster>();
    for (int i = 0; i < tasks.size(); i++) {
      collect(chosen.get(i), tasks.get(i), linked, notes);
    }
    return new Opened(linked, notes);
  }

  private Task<Opening> begin(LinkRequest request) {
    return background.start(
        "linking to " + request.context().name(), LINK, () -> clusters.open(request));
  }

  private LinkRequest request(
      KubeContext context, SourceChoice.Contexts choice, Set<Kind> kinds, Look look) {
    var set = settings.get().forContext(context.name());
    var namespaces = choice.namespaces();
    return new LinkRequest(
        context,
        Scope.of(namespaces.isEmpty() ? set.namespaces() : namespaces),
        kinds,
        mode(look),
        safety(set),
        LINK,
        choice.secretAddresses() || set.secretAddresses());
  }

  private static Mode mode(Look look) {
    return switch (look) {
      case SUMMARY -> Mode.SUMMARY;
      case ONCE -> Mode.SNAPSHOT;
      case FOLLOW -> Mode.WATCH;
    };
  }

  /**
   * With settings that can't be read nobody knows what the user protected: then nothing is written.
   */
  private Safety safety(ContextSettings set) {
    return new Safety(set.protectedContext(), set.readOnly() || settingsBroken, false);
  }

  private static List<KubeContext> chosen(
      KubeContexts known, List<String> names, List<String> notes) {
    if (names.isEmpty()) {
      if (known.current().isEmpty() && notes.isEmpty()) {
        notes.add(
            "no context is chosen: name one with --context ('faultline contexts' lists them), or"
                + " try --demo.");
      }
      return known.current().stream().toList();
    }
    var chosen = new ArrayList<KubeContext>();
    for (String name : names) {
      known
          .find(name)
          .ifPresentOrElse(
              chosen::add,
              () ->
                  notes.add(
                      "there is no context '" + name + "'; 'faultline contexts' lists them."));
    }
    return chosen;
  }

  private static void collect(
      KubeContext context, Task<Opening> task, List<LinkedCluster> linked, List<String> notes) {
    try {
      switch (task.await()) {
        case Outcome.Done<Opening>(Opening.Linked ok) -> linked.add(ok.cluster());
        case Outcome.Done<Opening>(Opening.NotLinked not) ->
            notes.add(context.name() + ": " + not.why().sentence());
        case Outcome.TimedOut<Opening> _ ->
            notes.add(context.name() + ": no answer within " + LINK.toSeconds() + " s.");
        case Outcome.Failed<Opening> _ ->
            notes.add(context.name() + ": linking failed; the log says more.");
        case Outcome.Cancelled<Opening> _ -> notes.add(context.name() + ": given up.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      notes.add(context.name() + ": interrupted.");
    }
  }

  @Override
  public Listing known(Optional<Path> kubeconfig) {
    var known = KubeContexts.read(kubeconfig, environment, home);
    var contexts =
        known.contexts().stream()
            .map(context -> context(context, known.current(), new State.NotTested()))
            .toList();
    return new Listing(contexts, known.problems());
  }

  @Override
  public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
    var known = KubeContexts.read(kubeconfig, environment, home);
    long start = System.nanoTime();
    try {
      var probed =
          new ContextProbe(clusters, background)
              .probe(
                  known.contexts(),
                  PROBE,
                  one -> onFound.accept(context(one, known.current(), since(start))));
      return new Listing(
          probed.stream().map(one -> context(one, known.current(), since(start))).toList(),
          known.problems());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Listing(List.of(), List.of("interrupted while the contexts were tested."));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Context context(Probed probed, Optional<KubeContext> current, Duration took) {
    var state =
        switch (probed) {
          case Probed.Reachable ok ->
              new State.Reachable(
                  ok.version(),
                  ok.rights().readsEverywhere(),
                  List.of(ok.rights().describe()),
                  took);
          case Probed.Unusable not -> new State.Unreachable(not.why().sentence());
        };
    return context(probed.context(), current, state);
  }

  private Context context(KubeContext context, Optional<KubeContext> current, State state) {
    var set = settings.get().forContext(context.name());
    return new Context(
        context.name(),
        context.server(),
        current.map(KubeContext::name).filter(context.name()::equals).isPresent(),
        set.protectedContext(),
        set.readOnly(),
        state);
  }
}
