package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The surge arithmetic agrees with Kubernetes' own {@code ResolveFenceposts}. */
class SurgeTest {

  @ParameterizedTest(name = "{2} replicas, surge {0}, unavailable {1}: {3} more, {4} fewer")
  @CsvSource({
    "25%, 25%, 4, 1, 1",
    "25%, 25%, 1, 1, 0",
    "25%, 25%, 3, 1, 0",
    "25%, 25%, 10, 3, 2",
    "0, 0, 3, 0, 1",
    "0%, 0%, 3, 0, 1",
    "0, 25%, 3, 0, 1",
    "1%, 1%, 200, 2, 2",
    "1%, 1%, 201, 3, 2",
    "100%, 0, 3, 3, 0",
    "0, 100%, 3, 0, 3",
    "0, 5, 3, 0, 3",
    "2, 1, 5, 2, 1",
    "25%, 25%, 0, 0, 0",
  })
  void a_percentage_rounds_surge_up_and_unavailable_down(
      String surge, String unavailable, int replicas, int more, int fewer) {
    assertThat(Surge.resolve(surge, unavailable, replicas)).isEqualTo(new Surge(more, fewer));
  }
}
