package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tests contexts, all at the same time: one that hangs or fails does not hold up the others. */
public final class ContextProbe {

  private final LiveClusters clusters;
  private final Background background;

  public ContextProbe(LiveClusters clusters, Background background) {
    this.clusters = clusters;
    this.background = background;
  }

  /**
   * Tests them all.
   *
   * @param deadline for each context
   * @param onFound told of each as soon as it is known, on a thread of its own
   * @return all, in the order of the contexts
   */
  public List<Probed> probe(List<KubeContext> contexts, Duration deadline, Consumer<Probed> onFound)
      throws InterruptedException {
    var tasks = contexts.stream().map(context -> start(context, deadline)).toList();
    for (int i = 0; i < tasks.size(); i++) {
      var context = contexts.get(i);
      tasks.get(i).whenDone(end -> onFound.accept(result(context, end)));
    }
    var all = new ArrayList<Probed>();
    for (int i = 0; i < tasks.size(); i++) {
      all.add(result(contexts.get(i), tasks.get(i).await()));
    }
    return List.copyOf(all);
  }

  private Task<Probed> start(KubeContext context, Duration deadline) {
    return background.start("testing " + context.name(), deadline, () -> probe(context));
  }

  private static Probed result(KubeContext context, Outcome<Probed> end) {
    return switch (end) {
      case Outcome.Done<Probed> done -> done.value();
      case Outcome.TimedOut<Probed> late ->
          new Probed.Unusable(context, new LinkFailure.TimedOut(context.server(), late.after()));
      case Outcome.Failed<Probed> _ ->
          new Probed.Unusable(
              context, new LinkFailure.Broken(context.server(), "the test failed, see the log"));
      case Outcome.Cancelled<Probed> _ ->
          new Probed.Unusable(context, new LinkFailure.Broken(context.server(), "given up"));
    };
  }

  private Probed probe(KubeContext context) {
    try (var link = clusters.link(context)) {
      var version = link.read(ApiRequest.get("/version"), ApiResponse::json);
      return new Probed.Reachable(
          context, Words.tidy(version.text("gitVersion").orElse("unknown")), rights(context, link));
    } catch (LinkException e) {
      return new Probed.Unusable(context, e.failure());
    }
  }

  private static Probed.Rights rights(KubeContext context, ApiLink link) {
    var reviews = new Reviews(link);
    var namespace = context.namespace().orElse("default");
    boolean everywhere = may(reviews, "list", "");
    return new Probed.Rights(
        namespace,
        everywhere,
        everywhere || may(reviews, "list", namespace),
        may(reviews, "patch", namespace));
  }

  private static boolean may(Reviews reviews, String verb, String namespace) {
    var deployments = Resources.known(Kind.DEPLOYMENT).orElseThrow();
    return reviews.mayI(Reviews.Question.all(verb, deployments, namespace)).allowed();
  }
}
