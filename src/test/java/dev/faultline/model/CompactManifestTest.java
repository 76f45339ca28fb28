package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.testkit.States;
import org.junit.jupiter.api.Test;

/** Kept small, read back whole, and equal when the content is. */
class CompactManifestTest {

  private static Manifest map(String data) {
    return States.manifests(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {" + data + "}\n")
        .getFirst();
  }

  @Test
  void itIsReadBackAsItWas() {
    var manifest = map("a: \"ü\\u0000\\n\", b: '1', big: " + "x".repeat(10_000));

    assertThat(CompactManifest.of(manifest).read()).isEqualTo(manifest);
    assertThat(CompactManifest.of(manifest).size()).isLessThan(1_000);
  }

  @Test
  void theOrderOfMembersDoesNotMakeADifferenceButAValueDoes() {
    assertThat(CompactManifest.of(map("a: x")).hash()).hasSize(64);
    assertThat(CompactManifest.of(map("a: x, b: y")))
        .isEqualTo(CompactManifest.of(map("b: y, a: x")))
        .isNotEqualTo(CompactManifest.of(map("a: y, b: x")));
  }
}
