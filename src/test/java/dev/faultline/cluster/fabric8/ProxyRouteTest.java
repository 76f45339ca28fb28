package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRouteTest {

  @Test
  void theEnvironmentsProxyIsPassedUnlessTheServerIsExcepted() {
    var environment =
        Map.of("https_proxy", "http://proxy:3128", "NO_PROXY", "10.0.0.0/8,.corp.test");

    assertThat(ProxyRoute.to(cluster("https://api.test:6443", ""), environment))
        .contains(new ProxyRoute("proxy", 3128, Optional.empty()));
    assertThat(ProxyRoute.to(cluster("https://10.1.2.3", ""), environment)).isEmpty();
    assertThat(ProxyRoute.to(cluster("https://api.corp.test", ""), environment)).isEmpty();
  }

  @Test
  void theKubeconfigsProxyWinsAndIsNotExcepted() {
    var environment = Map.of("HTTPS_PROXY", "http://other:1", "NO_PROXY", "*");

    assertThat(ProxyRoute.to(cluster("https://api.test", "http://own:8080"), environment))
        .contains(new ProxyRoute("own", 8080, Optional.empty()));
  }

  @Test
  void aProxyThatCannotBePassedIsNamed() {
    assertThatThrownBy(
            () -> ProxyRoute.to(cluster("https://api.test", "socks5://own:1080"), Map.of()))
        .hasMessage(
            "The proxy-url of cluster c names a proxy of kind socks5, only http:// proxies can be"
                + " used.");
  }

  @Test
  void theLoginOfAProxyIsNotPrinted() {
    var route = ProxyRoute.to(cluster("https://api.test", "http://ann:hush@own"), Map.of());

    assertThat(route.orElseThrow().authorization()).contains("Basic YW5uOmh1c2g=");
    assertThat(route.toString()).doesNotContain("YW5uOmh1c2g").doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        https://example.com,        true",
    "example.com,        https://api.example.com,    true",
    "example.com,        https://notexample.com,     false",
    ".example.com,       https://example.com,        false",
    ".example.com,       https://api.example.com,    true",
    "*.example.com,      https://api.example.com,    true",
    "example.com:6443,   https://example.com:6443,   true",
    "example.com:6443,   https://example.com:443,    false",
    "192.168.0.0/16,     https://192.168.7.7,        true",
    "192.168.0.0/16,     https://192.169.7.7,        false",
    "192.168.0.0/16,     https://192.168.example,    false",
    "fd00::/8,           https://[fd00::1]:6443,     true",
    "10.0.0.1,           https://10.0.0.1:6443,      true",
    "'',                 https://localhost:6443,     true",
    "'',                 https://127.0.0.1:6443,     true",
    "*,                  https://anything.test,      true",
    "999.999.999.999/40, https://10.0.0.1,           false",
  })
  void whatNoProxyExcepts(String list, String server, boolean excepted) {
    assertThat(NoProxy.excepts(list, URI.create(server))).isEqualTo(excepted);
  }

  private static KubeCluster cluster(String server, String proxyUrl) {
    return new KubeCluster(
        "c",
        server,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(proxyUrl).filter(url -> !url.isEmpty()));
  }
}
