package dev.faultline.demo;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.Write;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong on the way to the demo's cluster; nothing, until somebody asks for it. */
public final class DemoFaults {

  private final List<Denial> denials = new CopyOnWriteArrayList<>();
  private final Queue<Lost> lost = new ArrayDeque<>();
  private final Runnable connectionChanged;
  private Optional<String> broken = Optional.empty();

  DemoFaults(Runnable connectionChanged) {
    this.connectionChanged = connectionChanged;
  }

  private record Denial(String verb, Kind kind, String namespace) {
    boolean meets(String asked, ResourceRef ref) {
      return verb.equals(asked)
          && kind.equals(ref.kind())
          && (namespace.isEmpty() || namespace.equals(ref.namespace()));
    }
  }

  /** How a write fails: before or after it was done. */
  enum Lost {
    REQUEST,
    ANSWER
  }

  /** From now on the verb is not permitted on the kind, in a namespace or (if empty) in all. */
  public void deny(String verb, Kind kind, String namespace) {
    denials.add(new Denial(verb, kind, namespace));
  }

  /** Every denial ends. */
  public void permitEverything() {
    denials.clear();
  }

  /** The next real write never arrives. */
  public synchronized void loseNextRequest() {
    lost.add(Lost.REQUEST);
  }

  /** The next real write is done, but its answer never arrives. */
  public synchronized void loseNextAnswer() {
    lost.add(Lost.ANSWER);
  }

  /** Nothing gets through any more. */
  public void breakConnection(String reason) {
    connection(Optional.of(reason));
  }

  /** It does again. */
  public void mendConnection() {
    connection(Optional.empty());
  }

  private void connection(Optional<String> reason) {
    synchronized (this) {
      broken = reason;
    }
    connectionChanged.run();
  }

  synchronized Optional<String> broken() {
    return broken;
  }

  synchronized Optional<Lost> next(Write write) {
    return write.dryRun() ? Optional.empty() : Optional.ofNullable(lost.poll());
  }

  /** Why the action is refused, in the server's words. */
  Optional<String> denies(Action action) {
    return denials.stream()
        .filter(denial -> denial.meets(action.verb(), action.ref()))
        .map(
            denial ->
                "User \"demo\" cannot %s resource \"%s\" in API group \"%s\" in the namespace \"%s\""
                    .formatted(
                        action.verb(),
                        action.ref().kind().name().toLowerCase(java.util.Locale.ROOT) + "s",
                        action.ref().kind().group(),
                        action.ref().namespace()))
        .findFirst();
  }
}
