package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A registry's port is not a tag, and a digest may stand beside one. */
class ImageReferenceTest {

  @Test
  void aPortIsToldFromATag() {
    assertThat(ImageReference.parse("registry.local:5000/shop/payment").tag()).isEmpty();
    assertThat(ImageReference.parse("registry.local:5000/shop/payment:1.4.2"))
        .satisfies(
            image -> {
              assertThat(image.repository()).isEqualTo("registry.local:5000/shop/payment");
              assertThat(image.tag()).contains("1.4.2");
              assertThat(image.name()).isEqualTo("payment");
            });
  }

  @Test
  void tagAndDigestAreBothThere() {
    var image = ImageReference.parse("payment:1.4.2@sha256:0123456789abcdef");

    assertThat(image.tag()).contains("1.4.2");
    assertThat(image.digest()).contains("sha256:0123456789abcdef");
    assertThat(image.shortDigest()).contains("sha256:0123456789ab");
  }

  @Test
  void whatTheRuntimeReportsCanBeReadToo() {
    assertThat(ImageReference.parse("docker-pullable://shop/payment@sha256:01").digest())
        .contains("sha256:01");
  }

  @Test
  void textThatIsNoReferenceIsNoFailure() {
    assertThat(ImageReference.parse("").repository()).isEmpty();
    assertThat(ImageReference.parse(":@").tag()).isEmpty();
  }
}
