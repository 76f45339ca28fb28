package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.ServiceProxy;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be asked of, and done to, a live cluster. Each call is one request, with a deadline. */
final class LiveActions implements ClusterActions {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int LONGEST_LOG = 16 * 1024 * 1024;

  private final ApiLink link;
  private final Resources resources;
  private final SecretGuard guard;
  private final Background background;

  LiveActions(ApiLink link, Resources resources, SecretGuard guard, Background background) {
    this.link = link;
    this.resources = resources;
    this.guard = guard;
    this.background = background;
  }

  @Override
  public Reading read(ResourceRef ref) {
    return within(
        "reading " + ref.describe(),
        () -> {
          var resource = resources.find(ref.kind());
          return resource.isEmpty() ? new Reading.Absent() : get(resource.get(), ref);
        },
        failure -> new Reading.Failed(failure.sentence()));
  }

  private Reading get(Resource resource, ResourceRef ref) throws IOException {
    try (var response = link.send(ApiRequest.get(resource.path(ref)))) {
      return switch (response.status()) {
        case 200 -> new Reading.Found(guard.strip(new Manifest(response.json())));
        case 404 -> new Reading.Absent();
        case 403 -> new Reading.Forbidden(response.words());
        default -> new Reading.Failed(Failures.of(response.status(), response.words()).sentence());
      };
    }
  }

  @Override
  public ServiceProxy services() {
    return new LiveServiceProxy(link, guard, background);
  }

  @Override
  public Permission mayI(Action action) {
    return within(
        "asking for a right",
        () -> {
          var ref = action.ref();
          var resource = resources.find(ref.kind());
          if (resource.isEmpty()) {
            return new Permission.Denied("The cluster does not serve " + ref.kind().name() + ".");
          }
          var answer =
              new Reviews(link)
                  .mayI(
                      new Reviews.Question(
                          action.verb(),
                          ref.kind().group(),
                          resource.get().plural(),
                          action.subresource(),
                          ref.namespace(),
                          ref.name()));
          return answer.allowed()
              ? new Permission.Granted()
              : denied(action, resource.get(), answer);
        },
        failure -> new Permission.NotAnswered(failure.sentence()));
  }

  private static Permission denied(Action action, Resource resource, Reviews.Answer answer) {
    var what =
        resource.plural() + (action.subresource().isEmpty() ? "" : "/" + action.subresource());
    var where = action.ref().namespace().isEmpty() ? "" : " in " + action.ref().namespace();
    var why = answer.reason().isEmpty() ? "" : " (" + answer.reason() + ")";
    return new Permission.Denied("You may not " + action.verb() + " " + what + where + why + ".");
  }

  @Override
  public WriteResult write(Write write) {
    return within(
        "writing " + write.ref().describe(),
        () -> {
          var resource = resources.find(write.ref().kind());
          return resource.isEmpty() ? new WriteResult.Absent() : send(write, resource.get());
        },
        failure -> WriteAnswers.unanswered(write, failure));
  }

  private WriteResult send(Write write, Resource resource) throws IOException {
    try (var response = link.send(WriteRequests.of(write, resource))) {
      return response.isSuccess()
          ? new WriteResult.Accepted(guard.strip(new Manifest(response.json())))
          : WriteAnswers.refused(write, response.status(), response.words());
    }
  }

  @Override
  public LogReading logs(LogRequest request) {
    return within(
        "reading the log of " + request.pod().describe(),
        () -> {
          try (var response = link.send(ApiRequest.get(logPath(request)).accepting("*/*"))) {
            return response.isSuccess()
                ? new LogReading.Lines(
                    new String(response.body().readNBytes(LONGEST_LOG), StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                : new LogReading.Unavailable(response.words());
          }
        },
        failure -> new LogReading.Unavailable(failure.sentence()));
  }

  /** The server keeps the answer open; only its beginning has a deadline. */
  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException {
    var asked = ApiRequest.get(logPath(request) + "&follow=true").accepting("*/*");
    try (var response = link.send(asked)) {
      if (!response.isSuccess()) {
        return new LogEnd.Unavailable(response.words());
      }
      new LogLines(response.body()).forEach(lines);
      return new LogEnd.Ended();
    } catch (InterruptedIOException e) {
      throw new InterruptedException("given up");
    } catch (IOException e) {
      return new LogEnd.Unavailable(Failures.of(e, link.address(), DEADLINE).sentence());
    } catch (LinkException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("given up");
      }
      return new LogEnd.Unavailable(e.failure().sentence());
    }
  }

  private static String logPath(LogRequest request) {
    var pods = Resources.known(Kind.POD).orElseThrow();
    return pods.path(request.pod())
        + "/log?tailLines="
        + request.lastLines()
        + (request.container().isEmpty()
            ? ""
            : "&container=" + Resource.encode(request.container()))
        + (request.previous() ? "&previous=true" : "");
  }

  /** Waits for an answer no longer than the deadline; whatever goes wrong is an answer too. */
  private <T> T within(String what, Callable<T> call, Function<LinkFailure, T> failed) {
    try {
      return switch (background.start(what, DEADLINE, () -> answer(call, failed)).await()) {
        case Outcome.Done<T> done -> done.value();
        case Outcome.TimedOut<T> late ->
            failed.apply(new LinkFailure.TimedOut(link.address(), late.after()));
        case Outcome.Failed<T> _ ->
            failed.apply(new LinkFailure.Broken(link.address(), what + " failed, see the log"));
        case Outcome.Cancelled<T> _ ->
            failed.apply(new LinkFailure.Broken(link.address(), "the link was closed"));
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed.apply(new LinkFailure.Broken(link.address(), "it was given up"));
    }
  }

  private <T> T answer(Callable<T> call, Function<LinkFailure, T> failed) throws Exception {
    try {
      return call.call();
    } catch (LinkException e) {
      return failed.apply(e.failure());
    } catch (IOException | dev.faultline.model.json.MalformedTextException e) {
      return failed.apply(Failures.of(e, link.address(), DEADLINE));
    }
  }
}
