package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Version;
import dev.faultline.model.Version.Source;
import dev.faultline.model.Workload;
import dev.faultline.testkit.States;
import org.junit.jupiter.api.Test;

/** The version of a revision is the first thing that tells one, in the order people mean it. */
class VersionReaderTest {

  private static Version version(String metadata, String template) {
    return States.object(
            Workload.class,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: payment, %s}
            spec: {template: {%s}}
            """
                .formatted(metadata, template))
        .template()
        .version();
  }

  private static Version ofImages(String containers) {
    return version("", "spec: {containers: [" + containers + "]}");
  }

  @Test
  void eachSourceCountsWhereTheOnesBeforeItAreAbsent() {
    var spec = "spec: {containers: [{name: payment, image: 'payment:6.0.0'}]}";
    var helm = "labels: {app.kubernetes.io/managed-by: Helm, app.kubernetes.io/version: 5.0.0}";
    var appLabel = "metadata: {labels: {app.kubernetes.io/version: 4.0.0}}, ";
    var label = "metadata: {labels: {version: 3.0.0, app.kubernetes.io/version: 4.0.0}}, ";
    var annotation =
        "metadata: {annotations: {faultline.dev/version: 2.0.0, version: x}, labels: {version:"
            + " 3.0.0}}, ";

    assertThat(version(helm, annotation + spec))
        .extracting(Version::text, Version::source)
        .containsExactly("2.0.0", Source.ANNOTATION);
    assertThat(version(helm, label + spec).source()).isEqualTo(Source.VERSION_LABEL);
    assertThat(version(helm, appLabel + spec).source()).isEqualTo(Source.APP_VERSION_LABEL);
    assertThat(version(helm, spec)).extracting(Version::text).isEqualTo("5.0.0");
    assertThat(version("", spec).source()).isEqualTo(Source.IMAGE_TAG);
  }

  @Test
  void aVersionLabelOfTheWorkloadThatHelmDoesNotKeepIsNotTrusted() {
    var stale = "labels: {app.kubernetes.io/version: 1.0.0}";

    assertThat(version(stale, "spec: {containers: [{name: p, image: 'p:2.0.0'}]}").text())
        .isEqualTo("2.0.0");
  }

  @Test
  void aSidecarsTagIsNotTheVersion() {
    var proxy = "{name: istio-proxy, image: 'proxyv2:1.24.0'}";

    assertThat(ofImages(proxy + ", {name: app, image: 'app:1.4.2'}").text()).isEqualTo("1.4.2");
    assertThat(ofImages("{name: helper, image: 'h:9'}, {name: payment, image: 'p:1.4.2'}").text())
        .isEqualTo("1.4.2");
    assertThat(ofImages(proxy).text()).as("where it is all there is").isEqualTo("1.24.0");
    assertThat(
            version(
                    "",
                    "metadata: {annotations: {kubectl.kubernetes.io/default-container: b}}, spec:"
                        + " {containers: [{name: payment, image: 'a:1.0.0'}, {name: b, image:"
                        + " 'b:2.0.0'}]}")
                .text())
        .isEqualTo("2.0.0");
  }

  @Test
  void aDigestAloneIsShortenedAndNoTagMeansLatest() {
    var digest = "sha256:" + "0123456789abcdef".repeat(4);

    assertThat(ofImages("{name: p, image: 'r/p@" + digest + "'}"))
        .isEqualTo(new Version.Digest("sha256:0123456789ab"));
    assertThat(ofImages("{name: p, image: 'r/p:1.2.3@" + digest + "'}").text()).isEqualTo("1.2.3");
    assertThat(ofImages("{name: p, image: 'registry:5000/p'}").text()).isEqualTo("latest");
    assertThat(ofImages("{name: p}")).isInstanceOf(Version.Unknown.class);
  }
}
