package dev.faultline.demo;

import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One container of one pod as its kubelet knows it. */
final class ContainerRun {

  private static final int LINES_KEPT = 200;

  /** What it is doing. */
  sealed interface State {
    record Waiting(String reason, String message) implements State {}

    record Running(Instant since) implements State {}

    record Ended(Exit exit) implements State {}
  }

  /** How a run ended. */
  record Exit(int code, String reason, Instant started, Instant finished) {}

  final JsonObject spec;
  final CrashBackOff crashes = new CrashBackOff();
  final CrashBackOff pulls = new CrashBackOff();
  State state = new State.Waiting("ContainerCreating", "");
  Optional<Exit> last = Optional.empty();
  Environment environment = new Environment(java.util.Map.of(), List.of());
  Callees callees = Callees.NONE;
  Optional<Prober> prober = Optional.empty();
  String imageId = "";
  String containerId = "";
  boolean ready;
  int restarts;
  int runs;
  private List<String> lines = new ArrayList<>();
  private Optional<List<String>> previousLines = Optional.empty();

  ContainerRun(JsonObject spec) {
    this.spec = spec;
  }

  String name() {
    return spec.text("name").orElse("");
  }

  String image() {
    return spec.text("image").orElse("");
  }

  void begin(Instant now) {
    runs++;
    if (runs > 1) {
      restarts++;
      previousLines = Optional.of(lines);
      lines = new ArrayList<>();
    }
    state = new State.Running(now);
    ready = false;
  }

  Exit end(int code, String reason, Instant now) {
    var started = state instanceof State.Running running ? running.since() : now;
    var exit = new Exit(code, reason, started, now);
    state = new State.Ended(exit);
    ready = false;
    return exit;
  }

  void say(Instant now, String line) {
    lines.add(Trees.time(now) + " " + line);
    if (lines.size() > LINES_KEPT) {
      lines.removeFirst();
    }
  }

  List<String> lines() {
    return lines;
  }

  Optional<List<String>> previousLines() {
    // While it waits for its restart, the run that has ended is both the current and the previous.
    return last.isPresent() && !(state instanceof State.Running)
        ? Optional.of(lines)
        : previousLines;
  }
}
