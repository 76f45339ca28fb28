package dev.faultline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Shortened.inTheMiddle("1.4.2", 5)).isEqualTo("1.4.2");
  }

  @Test
  void twoBuildsOfOneReleaseAreStillToldApart() {
    assertThat(Shortened.inTheMiddle("2026.05.12-hotfix.1-g99887766aabb", 20))
        .hasSize(20)
        .isEqualTo("2026.05.12…87766aabb");
    assertThat(Shortened.inTheMiddle("2026.05.12-hotfix.1-g00000000aabb", 20))
        .isEqualTo("2026.05.12…00000aabb");
  }
}
