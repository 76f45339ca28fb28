package dev.faultline.cluster.fabric8;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.JsonStream;
import dev.faultline.model.json.Pruning;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/**
 * Lists the objects of a kind, handing on each as it comes off the line. Of Secrets the server is
 * asked for metadata alone, unless their values are wanted.
 */
final class ListReader {

  private static final String PARTIAL =
      "application/json;as=%s;g=meta.k8s.io;v=v1,application/json;q=0.1";

  private final ApiLink link;

  ListReader(ApiLink link) {
    this.link = link;
  }

  /**
   * @param namespace empty for all
   * @param pruning what of each object need not be read
   * @return the resourceVersion at which the list is true
   * @throws LinkException if it can't be had, or not whole
   */
  String list(Resource resource, String namespace, Pruning pruning, Consumer<Manifest> receiver) {
    var request =
        ApiRequest.get(resource.listPath(namespace))
            .accepting(accept(resource, "PartialObjectMetadataList"));
    return link.read(
        request,
        response -> {
          var rest =
              JsonStream.readList(
                  response.body(),
                  "items",
                  pruning,
                  item -> receiver.accept(whole(resource, item)));
          return rest.text("metadata", "resourceVersion").orElse("");
        });
  }

  static String accept(Resource resource, String partial) {
    return resource.metadataAlone() ? PARTIAL.formatted(partial) : ApiRequest.JSON;
  }

  /** Items of a list say neither their kind nor their version, partial ones say another. */
  static Manifest whole(Resource resource, JsonObject item) {
    var members = new LinkedHashMap<String, Json>();
    members.put("apiVersion", Json.of(resource.apiVersion()));
    members.put("kind", Json.of(resource.kind().name()));
    item.members()
        .forEach(
            (name, value) -> {
              if (!name.equals("apiVersion") && !name.equals("kind")) {
                members.put(name, value);
              }
            });
    return new Manifest(new JsonObject(members));
  }
}
