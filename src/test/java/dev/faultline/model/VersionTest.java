package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Version.Source;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantic versions have the order of semver 2.0.0; no other tag is given one. */
class VersionTest {

  private static Optional<Integer> compare(String a, String b) {
    return Version.compare(Version.parse(a, Source.IMAGE_TAG), Version.parse(b, Source.IMAGE_TAG));
  }

  @Test
  void theExamplesOfTheSpecificationHold() {
    var rising =
        List.of(
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1");
    for (int low = 0; low < rising.size(); low++) {
      for (int high = low + 1; high < rising.size(); high++) {
        assertThat(compare(rising.get(low), rising.get(high)))
            .as(rising.get(low) + " before " + rising.get(high))
            .contains(-1);
      }
    }
  }

  @Test
  void buildMetadataAndALeadingVDoNotCount() {
    assertThat(compare("1.4.2+build.7", "1.4.2+build.8")).contains(0);
    assertThat(compare("v1.4.2", "1.4.2")).contains(0);
    assertThat(Version.parse("v1.4.2", Source.IMAGE_TAG).text()).isEqualTo("v1.4.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest",
        "1.4",
        "17",
        "2024.01.05",
        "1.4.2.1",
        "01.4.2",
        "vv1.4.2",
        "v",
        "",
        "a1b2c3d",
        "1.4.2-",
        "1.0.0-01",
        "99999999999999999999999999.x"
      })
  void whatIsNotSemanticIsATagWithoutOrder(String text) {
    assertThat(Version.parse(text, Source.IMAGE_TAG)).isInstanceOf(Version.Tag.class);
    assertThat(compare(text, "1.0.0")).isEmpty();
  }

  @Test
  void aNumberOfAnyLengthIsNoFailure() {
    assertThat(Version.parse("9".repeat(40) + ".0.0", Source.IMAGE_TAG).text()).hasSize(44);
    assertThat(Version.parse("1.0.0-" + "a.".repeat(20_000) + "b", Source.IMAGE_TAG).text())
        .startsWith("1.0.0-a");
  }

  @Property(tries = 200)
  void theOrderIsThatOfTheNumbers(
      @ForAll @IntRange(max = 12) int a, @ForAll @IntRange(max = 12) int b) {
    assertThat(compare("1." + a + ".0", "1." + b + ".0")).contains(Integer.compare(a, b));
    assertThat(compare("1.0." + a, "1.0." + b)).contains(Integer.compare(a, b));
  }
}
