package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** Measures what a computation costs: processor time, which a busy machine doesn't stretch. */
final class Effort {

  private Effort() {}

  static <T> T within(Duration most, Supplier<T> computation) {
    computation.get();
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    T result = computation.get();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .as("processor time")
        .isLessThan(most);
    return result;
  }
}
