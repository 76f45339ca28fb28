package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.ServiceProxy;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.json.MalformedTextException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/** The API server's proxy to Services: {@code /api/v1/namespaces/…/services/…/proxy/…}. */
final class LiveServiceProxy implements ServiceProxy {

  private static final Duration LISTING = Duration.ofSeconds(15);

  private final ApiLink link;
  private final SecretGuard guard;
  private final Background background;

  LiveServiceProxy(ApiLink link, SecretGuard guard, Background background) {
    this.link = link;
    this.guard = guard;
    this.background = background;
  }

  @Override
  public Answer get(Request request) {
    var what = "reading from " + request.door().describe();
    try {
      return switch (background.start(what, request.within(), () -> ask(request)).await()) {
        case Outcome.Done<Answer> done -> done.value();
        case Outcome.TimedOut<Answer> late ->
            new Answer.Failed(
                new LinkFailure.TimedOut(request.door().describe(), late.after()).sentence());
        case Outcome.Failed<Answer> _ -> new Answer.Failed(what + " failed, see the log");
        case Outcome.Cancelled<Answer> _ -> new Answer.Failed("the link was closed");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("it was given up");
    }
  }

  @Override
  public Listing list(ClusterId cluster) {
    var what = "listing the Services";
    try {
      return switch (background.start(what, LISTING, () -> read(cluster)).await()) {
        case Outcome.Done<Listing> done -> done.value();
        case Outcome.TimedOut<Listing> late ->
            new Listing.Failed(new LinkFailure.TimedOut(link.address(), late.after()).sentence());
        case Outcome.Failed<Listing> _ -> new Listing.Failed(what + " failed, see the log");
        case Outcome.Cancelled<Listing> _ -> new Listing.Failed("the link was closed");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Listing.Failed("it was given up");
    }
  }

  private Listing read(ClusterId cluster) {
    var intake = ObjectIntake.into(cluster, guard);
    var found = new ArrayList<KubernetesService>();
    try {
      new ListReader(link)
          .list(
              Resources.known(Kind.SERVICE).orElseThrow(),
              "",
              intake.worthReading(Kind.SERVICE),
              manifest -> {
                if (intake.read(manifest) instanceof KubernetesService service) {
                  found.add(service);
                }
              });
      return new Listing.All(found);
    } catch (LinkException e) {
      return new Listing.Failed(e.failure().sentence());
    }
  }

  private Answer ask(Request request) {
    try (var response = link.send(ApiRequest.get(path(request)).within(request.within()))) {
      var body = response.body().readNBytes(request.mostBytes() + 1);
      return body.length > request.mostBytes()
          ? new Answer.Failed(
              "its answer is longer than " + request.mostBytes() / (1024 * 1024) + " MB")
          : new Answer.Answered(response.status(), body);
    } catch (LinkException e) {
      return new Answer.Failed(e.failure().sentence());
    } catch (IOException | MalformedTextException e) {
      return new Answer.Failed(Failures.of(e, link.address(), request.within()).sentence());
    }
  }

  private static String path(Request request) {
    var door = request.door();
    var scheme = door.tls() ? "https:" : "";
    return "/api/v1/namespaces/"
        + Resource.encode(door.namespace())
        + "/services/"
        + scheme
        + Resource.encode(door.service())
        + ":"
        + door.port()
        + "/proxy"
        + request.path();
  }
}
