package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Finds out which kinds may be read where: one that is forbidden costs a note and no waiting. */
final class Access {

  /** The namespace that stands for all together. */
  static final String EVERYWHERE = "";

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Reviews reviews;
  private final Background background;

  Access(Reviews reviews, Background background) {
    this.reviews = reviews;
    this.background = background;
  }

  /**
   * What may be read of a kind.
   *
   * @param namespaces where; {@link #EVERYWHERE} stands for all together
   * @param forbidden why not everywhere that was asked for
   */
  record Granted(List<String> namespaces, Optional<String> forbidden) {
    boolean isEverywhere() {
      return namespaces.contains(EVERYWHERE);
    }
  }

  /** Finds out what may be read; blocks. */
  @FunctionalInterface
  interface Asking {
    Map<Kind, Granted> ask() throws InterruptedException;
  }

  /**
   * @param verbs all of which are needed: list, and watch
   * @throws LinkException if the cluster can't be asked
   */
  Map<Kind, Granted> ask(Scope scope, Collection<Resource> resources, List<String> verbs)
      throws InterruptedException {
    return switch (scope) {
      case Scope.Everywhere _ -> everywhere(resources, verbs);
      case Scope.Within within -> within(within.namespaces(), resources, verbs);
    };
  }

  private Map<Kind, Granted> everywhere(Collection<Resource> resources, List<String> verbs)
      throws InterruptedException {
    // Who may do everything needs no further questions.
    boolean all = reviews.mayI(new Reviews.Question("*", "*", "*", "", "", "")).allowed();
    var answers = new LinkedHashMap<Resource, Task<Boolean>>();
    for (Resource resource : resources) {
      answers.put(resource, start(resource, () -> all || mayAll(verbs, resource, "")));
    }
    var granted = new LinkedHashMap<Kind, Granted>();
    for (var answer : answers.entrySet()) {
      var kind = answer.getKey().kind();
      granted.put(
          kind,
          result(answer.getValue())
              ? new Granted(List.of(EVERYWHERE), Optional.empty())
              : new Granted(
                  List.of(),
                  Optional.of(
                      "you may not "
                          + String.join(" and ", verbs)
                          + " "
                          + answer.getKey().plural()
                          + " in all namespaces; name those you may see with -n")));
    }
    return granted;
  }

  private Map<Kind, Granted> within(
      List<String> namespaces, Collection<Resource> resources, List<String> verbs)
      throws InterruptedException {
    var asked = new LinkedHashMap<String, Task<Map<Kind, Boolean>>>();
    for (String namespace : namespaces) {
      asked.put(
          namespace,
          background.start(
              "rights in " + namespace, DEADLINE, () -> inside(namespace, resources, verbs)));
    }
    var answers = new LinkedHashMap<String, Map<Kind, Boolean>>();
    for (var task : asked.entrySet()) {
      answers.put(task.getKey(), result(task.getValue()));
    }
    var granted = new LinkedHashMap<Kind, Granted>();
    for (Resource resource : resources) {
      granted.put(resource.kind(), collect(resource, answers, verbs));
    }
    return granted;
  }

  private Map<Kind, Boolean> inside(
      String namespace, Collection<Resource> resources, List<String> verbs) {
    var rules = reviews.rules(namespace);
    var allowed = new LinkedHashMap<Kind, Boolean>();
    for (Resource resource : resources) {
      boolean listed = verbs.stream().allMatch(verb -> rules.allow(verb, resource));
      // An authorizer behind a webhook can't list its rules, but it answers questions.
      allowed.put(
          resource.kind(), listed || (rules.incomplete() && mayAll(verbs, resource, namespace)));
    }
    return allowed;
  }

  private static Granted collect(
      Resource resource, Map<String, Map<Kind, Boolean>> answers, List<String> verbs) {
    var allowed = new ArrayList<String>();
    var forbidden = new ArrayList<String>();
    answers.forEach(
        (namespace, kinds) ->
            (kinds.getOrDefault(resource.kind(), false) ? allowed : forbidden).add(namespace));
    return new Granted(
        allowed,
        forbidden.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "you may not "
                    + String.join(" and ", verbs)
                    + " "
                    + resource.plural()
                    + " in "
                    + String.join(", ", forbidden)));
  }

  private boolean mayAll(List<String> verbs, Resource resource, String namespace) {
    return verbs.stream()
        .allMatch(verb -> reviews.mayI(Reviews.Question.all(verb, resource, namespace)).allowed());
  }

  private Task<Boolean> start(Resource resource, Callable<Boolean> question) {
    return background.start("right to read " + resource.plural(), DEADLINE, question);
  }

  private static <T> T result(Task<T> task) throws InterruptedException {
    return switch (task.await()) {
      case Outcome.Done<T> done -> done.value();
      case Outcome.Failed<T> failed when failed.cause() instanceof LinkException link -> throw link;
      case Outcome.Failed<T> failed ->
          throw new IllegalStateException("asking for rights failed", failed.cause());
      case Outcome.TimedOut<T> late ->
          throw new LinkException(new LinkFailure.TimedOut("the cluster", late.after()));
      case Outcome.Cancelled<T> _ -> throw new InterruptedException("the link is being closed");
    };
  }
}
