package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.Write;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Says a write in the words of the Kubernetes API. */
final class WriteRequests {

  private static final String MANAGER = "fieldManager=faultline";

  private WriteRequests() {}

  static ApiRequest of(Write write, Resource resource) {
    var query = "?" + MANAGER + (write.dryRun() ? "&dryRun=All" : "");
    return switch (write) {
      case Write.Patch patch ->
          ApiRequest.send(
              "PATCH",
              resource.path(patch.ref()) + query,
              "application/json-patch+json",
              JsonCodec.write(operations(patch)));
      case Write.Create create ->
          ApiRequest.send(
              "POST",
              resource.path(create.ref().namespace()) + query,
              ApiRequest.JSON,
              JsonCodec.write(create.manifest().tree()));
      case Write.Delete delete ->
          ApiRequest.send(
              "DELETE",
              resource.path(delete.ref()),
              ApiRequest.JSON,
              JsonCodec.write(deleteOptions(delete)));
    };
  }

  /**
   * The precondition goes first, as part of the patch. The server applies a patch to the newest
   * object, and then compares: another UID, or another resourceVersion than the newest, is a
   * conflict (409). A {@code test} operation instead would answer 422, which also means much else.
   */
  private static JsonArray operations(Write.Patch patch) {
    var operations = new ArrayList<Json>();
    operations.add(put("uid", patch.precondition().uid()));
    operations.add(put("resourceVersion", patch.precondition().resourceVersion()));
    patch.operations().forEach(operation -> operations.add(operation(operation)));
    return new JsonArray(operations);
  }

  private static Json put(String member, String value) {
    return operation(new PatchOperation.Add(List.of("metadata", member), Json.of(value)));
  }

  private static Json operation(PatchOperation operation) {
    var path = Json.of(operation.pointer());
    return switch (operation) {
      case PatchOperation.Add add ->
          JsonObject.of("op", Json.of("add")).with(path, "path").with(add.value(), "value");
      case PatchOperation.Replace replace ->
          JsonObject.of("op", Json.of("replace")).with(path, "path").with(replace.value(), "value");
      case PatchOperation.Remove _ -> JsonObject.of("op", Json.of("remove")).with(path, "path");
    };
  }

  private static JsonObject deleteOptions(Write.Delete delete) {
    var options =
        JsonObject.of("kind", Json.of("DeleteOptions"))
            .with(Json.of("v1"), "apiVersion")
            .with(Json.of(delete.uid()), "preconditions", "uid");
    return delete.dryRun() ? options.with(Json.array(Json.of("All")), "dryRun") : options;
  }
}
