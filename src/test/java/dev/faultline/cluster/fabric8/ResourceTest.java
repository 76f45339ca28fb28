package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Kind;
import org.junit.jupiter.api.Test;

/** How much of a kind a server is asked for. */
class ResourceTest {

  private final Resource secrets = Resources.known(Kind.SECRET).orElseThrow();
  private final Resource maps = Resources.known(Kind.CONFIG_MAP).orElseThrow();

  @Test
  void ofSecretsNoMoreThanMetadataIsAskedForUnlessSomebodyWantsTheValues() {
    assertThat(ListReader.accept(secrets, "PartialObjectMetadataList"))
        .startsWith("application/json;as=PartialObjectMetadataList;");
    assertThat(ListReader.accept(secrets.withValues(), "PartialObjectMetadataList"))
        .isEqualTo(ApiRequest.JSON);
    assertThat(ListReader.accept(maps, "PartialObjectMetadataList")).isEqualTo(ApiRequest.JSON);
  }

  @Test
  void theReleasesOfHelmAreLeftOutWhereValuesAreWanted() {
    assertThat(secrets.listPath("shop")).isEqualTo("/api/v1/namespaces/shop/secrets");
    assertThat(secrets.withValues().listPath("shop"))
        .isEqualTo("/api/v1/namespaces/shop/secrets?fieldSelector=type%21%3Dhelm.sh%2Frelease.v1");
    assertThat(maps.withValues()).isEqualTo(maps);
    assertThat(maps.selecting("a=b").listPath(""))
        .isEqualTo("/api/v1/configmaps?labelSelector=a%3Db");
  }
}
