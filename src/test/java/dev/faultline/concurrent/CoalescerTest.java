package dev.faultline.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CoalescerTest {

  private final List<Integer> received = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Test
  void ofAFloodTheLastValueArrivesAndFewBeforeIt() throws InterruptedException {
    var last = new CountDownLatch(1);
    long start = System.nanoTime();
    try (var coalescer =
        new Coalescer<Integer>(
            "flood",
            20,
            value -> {
              received.add(value);
              if (value == 100_000) {
                last.countDown();
              }
            },
            (what, cause) -> failures.add(cause))) {
      for (int i = 1; i <= 100_000; i++) {
        coalescer.offer(i);
      }
      assertThat(last.await(5, TimeUnit.SECONDS)).isTrue();
    }
    long elapsedMillis = (System.nanoTime() - start) / 1_000_000;
    assertThat(received).isSorted().hasSizeLessThanOrEqualTo((int) (elapsedMillis / 50) + 2);
    assertThat(received.getLast()).isEqualTo(100_000);
  }

  @Test
  void aReceiverThatThrowsHearsOfTheNextValueAllTheSame() throws InterruptedException {
    var second = new CountDownLatch(1);
    var first = new CountDownLatch(1);
    try (var coalescer =
        new Coalescer<Integer>(
            "clumsy receiver",
            1000,
            value -> {
              if (value == 1) {
                first.countDown();
                throw new IllegalStateException("clumsy");
              }
              second.countDown();
            },
            (what, cause) -> failures.add(cause))) {
      coalescer.offer(1);
      first.await();
      coalescer.offer(2);
      assertThat(second.await(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("clumsy");
  }

  @Test
  void nothingArrivesAfterItWasClosed() throws InterruptedException {
    var coalescer =
        new Coalescer<Integer>("closed", 10, received::add, (what, cause) -> failures.add(cause));
    coalescer.close();
    coalescer.offer(1);

    Thread.sleep(50);

    assertThat(received).isEmpty();
  }
}
