package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.ReadOnlyActions;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.FailureListener;
import dev.faultline.concurrent.Outcome;
import dev.faultline.model.Kind;
import dev.faultline.model.RoutingKinds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Links to live clusters, each by itself: its own connections, threads and state. */
public final class LiveClusters {

  /** Long enough for start files that do much, short enough for a person who waits. */
  private static final Duration LOGIN_SHELL = Duration.ofSeconds(5);

  /** Nobody waits for it, and the server may be slow. */
  private static final Duration LOOK_FOR_ROUTES = Duration.ofSeconds(60);

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final FailureListener failures;
  private final SecretGuard guard;
  private final ExecRunner plugins;

  /**
   * @param environment of this process: PATH, SHELL, proxies
   * @param failures told what fails in the background
   * @param guard takes the values out of Secrets
   */
  public LiveClusters(
      Map<String, String> environment,
      InstantSource clock,
      FailureListener failures,
      SecretGuard guard) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.failures = failures;
    this.guard = guard;
    this.plugins =
        new ExecRunner(
            this.environment, new LoginPath(this.environment, LOGIN_SHELL), ExecRunner.DEADLINE);
  }

  /** Links, asks what may be read, and reads it; blocks no longer than the deadline. */
  public Opening open(LinkRequest request) throws InterruptedException {
    var background = new Background(request.context().name(), this::report);
    var task = background.start("linking", request.deadline(), () -> open(request, background));
    try {
      var outcome = task.await();
      if (outcome instanceof Outcome.Done<Opening>(Opening.Linked linked)) {
        return linked;
      }
      background.close();
      return switch (outcome) {
        case Outcome.Done<Opening> done -> done.value();
        case Outcome.TimedOut<Opening> late ->
            new Opening.NotLinked(
                new LinkFailure.TimedOut(request.context().server(), late.after()));
        case Outcome.Failed<Opening> _ ->
            new Opening.NotLinked(
                new LinkFailure.Broken(request.context().server(), "linking failed, see the log"));
        case Outcome.Cancelled<Opening> _ -> throw new InterruptedException("given up");
      };
    } catch (InterruptedException e) {
      background.close();
      throw e;
    }
  }

  /** A link's failure always becomes an answer or a coverage; what else fails is a fault. */
  private void report(String what, Throwable cause) {
    if (!(cause instanceof LinkException)) {
      failures.failed(what, cause);
    }
  }

  private Opening open(LinkRequest request, Background background) throws InterruptedException {
    try {
      var link = link(request.context());
      try {
        var source = source(request, link, background);
        return new Opening.Linked(
            new LinkedCluster(source, actions(request, link, background), request.safety()));
      } catch (RuntimeException | InterruptedException e) {
        link.close();
        throw e;
      }
    } catch (LinkException e) {
      return new Opening.NotLinked(e.failure());
    }
  }

  ApiLink link(KubeContext context) {
    return new ApiLink(context, Credentials.of(context, plugins, clock), environment);
  }

  private StateSource source(LinkRequest request, ApiLink link, Background background)
      throws InterruptedException {
    var beside = beside(request.kinds());
    var kinds = new TreeSet<>(request.kinds());
    kinds.removeAll(beside);
    if (request.readsSecrets()) {
      kinds.add(Kind.SECRET);
    }
    var resources = resources(kinds, request.readsSecrets());
    var access = new Access(new Reviews(link), background);
    Runnable end =
        () -> {
          background.close();
          link.close();
        };
    var id = request.context().id();
    var intake =
        request.mode() == LinkRequest.Mode.SUMMARY
            ? ObjectIntake.summaries(id, guard)
            : ObjectIntake.into(id, guard);
    return switch (request.mode()) {
      case SUMMARY, SNAPSHOT -> {
        var snapshot = new Snapshot(link, background, intake, clock, request.deadline());
        var once = withEndpoints(beside, request.kinds());
        var routes = new RouteReading(link, background, intake, request.scope(), once);
        var state =
            snapshot.read(
                id,
                request.scope(),
                resources,
                () -> access.ask(request.scope(), resources, List.of("list")));
        yield new FixedState(state.apply(state.at(), routes.await()), end);
      }
      case WATCH -> {
        var state = new LiveState(id, kinds, clock, failures, end);
        var watching = new Watching(link, background, intake, clock, state);
        try {
          watching.start(
              request.scope(),
              resources,
              () -> access.ask(request.scope(), resources, List.of("list", "watch")));
          if (!beside.isEmpty()) {
            background.start(
                "looking for routes",
                LOOK_FOR_ROUTES,
                () -> {
                  var found =
                      RouteReading.within(request.scope(), new RouteDiscovery(link).find(beside));
                  watching.beside(
                      found, access.ask(request.scope(), found, List.of("list", "watch")));
                  return found.size();
                });
          }
        } catch (RuntimeException | InterruptedException e) {
          state.stop();
          throw e;
        }
        yield state;
      }
    };
  }

  /**
   * The kinds that are read without being missed. What scales is among them where only routes are
   * wanted; where rollbacks are planned, it must be known that it may not be read.
   */
  private static Set<Kind> beside(Set<Kind> wanted) {
    var beside = new TreeSet<>(wanted);
    beside.retainAll(RoutingKinds.OPTIONAL);
    if (areRoutes(beside) && !wanted.contains(Kind.SCALED_OBJECT)) {
      beside.add(Kind.SCALED_OBJECT);
    }
    return beside;
  }

  /** Where routes are wanted, and not all endpoints anyway, those that somebody wrote down. */
  private static Set<Kind> withEndpoints(Set<Kind> beside, Set<Kind> wanted) {
    var more = new TreeSet<>(beside);
    if (areRoutes(beside) && !wanted.contains(Kind.ENDPOINT_SLICE)) {
      more.add(Kind.ENDPOINT_SLICE);
    }
    return more;
  }

  private static boolean areRoutes(Set<Kind> beside) {
    return beside.stream().anyMatch(kind -> !Kind.WORKLOADS.contains(kind));
  }

  private static Collection<Resource> resources(Collection<Kind> kinds, boolean values) {
    var resources = new ArrayList<Resource>();
    for (Kind kind : kinds) {
      var resource =
          Resources.known(kind)
              .orElseThrow(() -> new IllegalArgumentException(kind + " is not read as state"));
      resources.add(values ? resource.withValues() : resource);
    }
    return resources;
  }

  private ClusterActions actions(LinkRequest request, ApiLink link, Background background) {
    var actions = new LiveActions(link, new Resources(link), guard, background);
    return request.safety().readOnly()
        ? new ReadOnlyActions(
            actions,
            "The context " + request.context().name() + " is set to read-only in the settings.")
        : actions;
  }
}
