package dev.faultline.ui.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Collects lines off the FX thread, and hands them over in one go whenever it is ready for more.
 */
final class LogBatch {

  private final Executor fx;
  private final int generation;
  private final Receiver receiver;
  private List<String> waiting = new ArrayList<>();
  private Optional<String> end = Optional.empty();
  private final LogMask mask = new LogMask();
  private boolean asked;

  /** Takes what came, on the FX thread. */
  @FunctionalInterface
  interface Receiver {
    void take(int generation, List<String> more, Optional<String> end);
  }

  LogBatch(Executor fx, int generation, Receiver receiver) {
    this.fx = fx;
    this.generation = generation;
    this.receiver = receiver;
  }

  void add(String line) {
    synchronized (this) {
      waiting.add(mask.line(line));
      if (waiting.size() > LogsViewModel.MOST) {
        waiting.subList(0, waiting.size() - LogsViewModel.MOST).clear();
      }
    }
    ask();
  }

  /** No more come, and why. */
  void end(String sentence) {
    synchronized (this) {
      end = Optional.of(sentence);
    }
    ask();
  }

  private void ask() {
    synchronized (this) {
      if (asked) {
        return;
      }
      asked = true;
    }
    fx.execute(this::hand);
  }

  private void hand() {
    List<String> more;
    Optional<String> last;
    synchronized (this) {
      more = waiting;
      waiting = new ArrayList<>();
      last = end;
      asked = false;
    }
    receiver.take(generation, more, last);
  }
}
