package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.JsonStream;
import dev.faultline.model.json.Pruning;
import java.time.Duration;
import java.util.stream.Collectors;

/** Lists, then follows, the objects of one kind in one namespace; remembers how far it came. */
final class WatchStream {

  private static final int GONE = 410;

  /** So long a Secret that names a new Service may wait to be believed. */
  private static final Duration LONGEST_OF_SECRETS = Duration.ofSeconds(60);

  private final ApiLink link;
  private final Resource resource;
  private final String namespace;
  private final WatchedObjects objects;
  private final Pulse pulse;
  private final Pruning pruning;
  private String version = "";
  private int servicesAtList;

  WatchStream(
      ApiLink link, Resource resource, String namespace, WatchedObjects objects, Pulse pulse) {
    this.link = link;
    this.resource = resource;
    this.namespace = namespace;
    this.objects = objects;
    this.pulse = pulse;
    this.pruning = objects.worthReading(resource.kind());
  }

  String what() {
    return resource.plural() + (namespace.isEmpty() ? "" : " in " + namespace);
  }

  /** Whether a list is needed before a watch: at first, and when the server forgot our place. */
  boolean needsList() {
    return version.isEmpty();
  }

  /**
   * @throws LinkException if it can't be had, or not whole; nothing is taken for removed then
   */
  void list() {
    servicesAtList = objects.servicesChanged();
    objects.beginList();
    version = new ListReader(link).list(resource, namespace, pruning, objects::listed);
    objects.endList();
    pulse.heard();
  }

  /**
   * Follows the changes until the server ends the watch, as it does every few minutes.
   *
   * @param longest for how long the server shall keep it open
   * @param onOpen called when the server has begun to tell
   * @throws LinkException if it breaks, to be taken up where it was
   */
  void watch(Duration longest, Runnable onOpen) {
    if (resource.values() && objects.servicesChanged() != servicesAtList) {
      version = "";
      return; // Listed anew, as what a value named was dropped with the value.
    }
    var time =
        resource.values() && longest.compareTo(LONGEST_OF_SECRETS) > 0
            ? LONGEST_OF_SECRETS
            : longest;
    var path =
        resource.path(namespace)
            + "?watch=true&allowWatchBookmarks=true&timeoutSeconds="
            + time.toSeconds()
            + "&resourceVersion="
            + Resource.encode(version)
            + resource.selectors().stream().map("&"::concat).collect(Collectors.joining());
    var request =
        ApiRequest.get(path)
            .accepting(ListReader.accept(resource, "PartialObjectMetadata"))
            .within(time);
    try {
      link.read(
          request,
          response -> {
            onOpen.run();
            JsonStream.readAll(response.body(), Pruning.NONE.with("object", pruning), this::take);
            return true;
          });
    } catch (LinkException e) {
      if (e.failure() instanceof LinkFailure.ServerError(int status, String _) && status == GONE) {
        version = "";
        return; // Listed anew at once: to be behind is no failure.
      }
      throw e;
    }
  }

  private void take(JsonObject event) {
    pulse.heard();
    var object = event.object("object");
    switch (event.text("type").orElse("")) {
      case "ADDED", "MODIFIED" -> objects.put(ListReader.whole(resource, object));
      case "DELETED" -> objects.deleted(ListReader.whole(resource, object));
      case "BOOKMARK" -> {}
      case "ERROR" ->
          throw new LinkException(
              Failures.of(
                  (int) object.number("code").orElse(500),
                  Words.tidy(object.text("message").orElse("the watch failed"))));
      default ->
          throw new LinkException(
              new LinkFailure.Broken(link.address(), "a watch said what can't be understood"));
    }
    object.text("metadata", "resourceVersion").ifPresent(newer -> version = newer);
  }
}
