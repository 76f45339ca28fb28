package dev.faultline.demo;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file that a demo remembers itself by: when it began, then one line for each write. */
final class DemoRecord {

  private final Path file;

  DemoRecord(Path file) {
    this.file = file;
  }

  /** What was done, and when. */
  record Done(Instant at, Write write) {}

  /** All that is remembered. */
  record Kept(Instant start, List<Done> writes) {
    Kept {
      writes = List.copyOf(writes);
    }
  }

  /** What is remembered; a file that is absent, torn or strange counts as nothing. */
  Optional<Kept> read() {
    try {
      var lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      var start = time(object(lines.getFirst()), "start");
      var writes = new ArrayList<Done>();
      for (String line : lines.subList(1, lines.size())) {
        writes.add(done(object(line)));
      }
      return Optional.of(new Kept(start, writes));
    } catch (IOException | MalformedTextException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Adds a write; the file of an earlier demo is replaced. */
  void append(Instant start, Done done) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean goesOn = read().filter(kept -> kept.start().equals(start)).isPresent();
    if (!goesOn) {
      Files.writeString(file, JsonCodec.write(JsonObject.of("start", text(start))) + "\n");
    }
    Files.writeString(file, JsonCodec.write(line(done)) + "\n", StandardOpenOption.APPEND);
  }

  /** The write as it fits the object as it stands now: its version may be counted differently. */
  static Write fitted(Write write, ClusterActions actions) {
    if (write instanceof Write.Patch patch
        && actions.read(patch.ref()) instanceof Reading.Found found) {
      var now = new Write.Precondition(found.manifest().uid(), found.manifest().resourceVersion());
      return new Write.Patch(patch.ref(), patch.operations(), now, false);
    }
    return write;
  }

  private static JsonObject line(Done done) {
    var members = new LinkedHashMap<String, Json>();
    var ref = done.write().ref();
    members.put("at", text(done.at()));
    members.put("group", Json.of(ref.kind().group()));
    members.put("kind", Json.of(ref.kind().name()));
    members.put("namespace", Json.of(ref.namespace()));
    members.put("name", Json.of(ref.name()));
    switch (done.write()) {
      case Write.Patch patch ->
          members.put(
              "patch",
              new JsonArray(patch.operations().stream().map(DemoRecord::operation).toList()));
      case Write.Delete delete -> members.put("delete", Json.of(delete.uid()));
      case Write.Create create -> members.put("create", create.manifest().tree());
    }
    return new JsonObject(members);
  }

  private static Json operation(PatchOperation operation) {
    var path = new JsonArray(operation.path().stream().map(Json::of).toList());
    return switch (operation) {
      case PatchOperation.Add add -> new JsonObject(Map.of("add", path, "value", add.value()));
      case PatchOperation.Replace replace ->
          new JsonObject(Map.of("replace", path, "value", replace.value()));
      case PatchOperation.Remove ignored -> new JsonObject(Map.of("remove", path));
    };
  }

  private static Done done(JsonObject line) {
    var ref =
        new ResourceRef(
            DemoCluster.ID,
            new Kind(member(line, "group"), member(line, "kind")),
            member(line, "namespace"),
            member(line, "name"));
    return new Done(time(line, "at"), write(line, ref));
  }

  private static Write write(JsonObject line, ResourceRef ref) {
    if (line.find("patch").isPresent()) {
      var operations = line.objects("patch").map(DemoRecord::operation).toList();
      return new Write.Patch(ref, operations, new Write.Precondition("", ""), false);
    }
    if (line.find("create").isPresent()) {
      var manifest = new dev.faultline.model.Manifest(line.object("create"));
      return new Write.Create(ref, manifest, false);
    }
    return new Write.Delete(ref, member(line, "delete"), false);
  }

  private static PatchOperation operation(JsonObject operation) {
    Json value = operation.find("value").orElse(Json.Null.NULL);
    if (operation.find("add").isPresent()) {
      return new PatchOperation.Add(operation.array("add").texts(), value);
    }
    return operation.find("replace").isPresent()
        ? new PatchOperation.Replace(operation.array("replace").texts(), value)
        : new PatchOperation.Remove(operation.array("remove").texts());
  }

  private static JsonObject object(String line) {
    if (JsonCodec.read(line) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedTextException("a line that is no object");
  }

  private static Instant time(JsonObject line, String name) {
    return Instant.parse(member(line, name));
  }

  private static String member(JsonObject line, String name) {
    return line.text(name).orElseThrow(() -> new MalformedTextException("a line lacks " + name));
  }

  private static Json text(Instant time) {
    return Json.of(time.toString());
  }
}
