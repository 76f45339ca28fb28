package dev.faultline.benchmark;

import dev.faultline.benchmark.ChangingCluster.Load;
import dev.faultline.model.Kind;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The objects of one kind, copies of a recorded one. Change number n is what makes the
 * resourceVersion n; the list is number 0.
 */
final class ChangingObjects {

  private static final Path RECORDED =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/launcher/training-cluster");
  private static final int MOST_CHANGES = 1_000_000;
  private static final int BATCHES_A_SECOND = 100;

  private final Load load;
  private final String template;
  private final AtomicLongArray sentAt = new AtomicLongArray(MOST_CHANGES);
  private volatile int sent;

  ChangingObjects(Load load) {
    this.load = load;
    this.template = template(load.plural());
  }

  Kind kind() {
    return load.kind();
  }

  String plural() {
    return load.plural();
  }

  /** How many changes were sent so far. */
  int sent() {
    return sent;
  }

  /** When a change was handed to the socket, in the time of {@link System#nanoTime()}. */
  long sentAt(int change) {
    return sentAt.get(change);
  }

  void list(OutputStream out) throws IOException {
    write(out, "{\"metadata\":{\"resourceVersion\":\"0\"},\"items\":[");
    for (int i = 0; i < load.objects(); i++) {
      write(out, (i == 0 ? "" : ",") + object(i, 0));
    }
    write(out, "]}");
  }

  /** Changes one object after another, each batch when its time has come. */
  void change(OutputStream out) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int before = sent;
    while (true) {
      long passed = System.nanoTime() - begun;
      int due = before + (int) (passed * load.changesPerSecond() / 1_000_000_000L);
      while (sent < due) {
        int next = sent + 1;
        sentAt.set(next, System.nanoTime());
        write(
            out,
            "{\"type\":\"MODIFIED\",\"object\":" + object(next % load.objects(), next) + "}\n");
        sent = next;
      }
      out.flush();
      Thread.sleep(1000 / BATCHES_A_SECOND);
    }
  }

  private String object(int number, int version) {
    return template
        .replace("NAME!", load.plural() + "-" + number)
        .replace("NAMESPACE!", "scale-" + number % 10)
        .replace("VERSION!", Integer.toString(version));
  }

  /** The first recorded object of the kind, with what differs from one to the next left open. */
  private static String template(String plural) {
    try {
      var list = (JsonObject) JsonCodec.read(Files.readString(RECORDED.resolve(plural + ".json")));
      var object =
          list.objects("items")
              .findFirst()
              .orElseThrow()
              .with(Json.of("NAME!"), "metadata", "name")
              .with(Json.of("NAMESPACE!"), "metadata", "namespace")
              .with(Json.of("NAMESPACE!-NAME!"), "metadata", "uid")
              .with(Json.of("VERSION!"), "metadata", "resourceVersion");
      return JsonCodec.write(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
