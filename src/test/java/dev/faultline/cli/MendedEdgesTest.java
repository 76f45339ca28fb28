package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of edges counts for more than what is found, and is told as their word. */
class MendedEdgesTest {

  private static final String SHOP =
      deployment("web", "registry.example/web:1")
          + "        env: [{name: CART_URL, value: 'http://cart:8080'}]\n"
          + deployment("cart", "registry.example/cart:1")
          + deployment("store", "docker.io/library/redis:7")
          + service("cart", "cart", 8080)
          + service("cache", "store", 6379);

  private static final String HEAD = "caller,callee,class,provenance,evidence\n";

  @TempDir Path folder;
  private String manifests = "";

  @BeforeEach
  void theShop() throws Exception {
    var shop = Files.createDirectory(folder.resolve("shop"));
    Files.writeString(shop.resolve("shop.yaml"), SHOP);
    manifests = shop.toString();
  }

  @Test
  void withoutAnyThereIsWhatIsFound() throws Exception {
    assertThat(csv("edges: []\n"))
        .isEqualTo(
            HEAD + "shop/web,shop/cart,application,declared,env CART_URL in Deployment shop/web\n");
  }

  @Test
  void oneThatIsNotSoIsLeftOutAndStillThereForWhoAsks() throws Exception {
    var file = mended("{caller: shop/web, callee: shop/cart, is: not so, reason: switched off}");

    assertThat(graph(file, "-o", "csv").out()).isEqualTo(HEAD);
    assertThat(graph(file, "-o", "csv", "--min-strength", "weak").out())
        .contains("shop/web,shop/cart,application,declared,\"by hand, not so: switched off; env");
    assertThat(graph(file, "-o", "json", "--min-strength", "weak").out())
        .contains("\"verdict\": \"not_so\"", "\"reason\": \"switched off\"");
  }

  @Test
  void aMissingOneIsThereAndOfTheClassOfWhatItLeadsTo() throws Exception {
    var file = mended("{caller: shop/cart, callee: shop/store, is: missing, reason: in code}");

    assertThat(graph(file, "-o", "csv").out())
        .contains("shop/cart,shop/store,store,declared,\"by hand, was missing: in code\"\n");
    assertThat(run(file, "path", "web", "store").out()).contains("shop/web", "shop/store");
    assertThat(run(file, "impact", "store").out()).contains("shop/cart", "shop/web");
  }

  @Test
  void aMissingOneMayNameTheServiceOrAHostOutside() throws Exception {
    var file =
        mended(
            "{caller: shop/cart, callee: shop/cache, is: missing, reason: in code}",
            "{caller: shop/cart, callee: 'ext:API.example.org', is: missing, reason: sdk}");

    assertThat(graph(file, "-o", "csv", "--class", "all").out())
        .contains("shop/cart,shop/store,store,declared,")
        .contains("shop/cart,ext:api.example.org,external,declared,");
  }

  @Test
  void whatFitsNothingIsToldAndChangesNothing() throws Exception {
    var file =
        mended(
            "{caller: shop/gone, callee: shop/cart, is: missing, reason: x}",
            "{caller: shop/web, callee: shop/gone, is: missing, reason: x}",
            "{caller: shop/cart, callee: shop/web, is: not so, reason: x}",
            "{caller: elsewhere/web, callee: shop/cart, is: not so, reason: x}");
    var said = graph(file, "-o", "csv");

    assertThat(said.out().lines()).hasSize(2);
    assertThat(said.err())
        .contains("shop/gone → shop/cart was mended by hand (missing), and shop/gone does not run")
        .contains("shop/gone is neither a workload nor a Service here")
        .contains("shop/cart → shop/web was mended by hand (not so), and nothing says so any more")
        .doesNotContain("elsewhere");
  }

  @Test
  void aFileThatCanNotBeUnderstoodIsRefusedWithItsLine() throws Exception {
    var file = mended("{caller: shop/web, callee: shop/cart, is: wrong, reason: x}");
    var said = graph(file);

    assertThat(said.exitCode()).isNotZero();
    assertThat(said.err()).contains("line 2: an edge is \"not so\" or \"missing\"");
    assertThat(graph(folder.resolve("none.yaml")).err()).contains("no such file");
  }

  @Test
  void endsThatAreNoneAreRefused() throws Exception {
    assertThat(graph(mended("{caller: web, callee: shop/cart, is: missing, reason: x}")).err())
        .contains("line 2: caller must be namespace/name: 'web'");
    assertThat(graph(mended("{caller: shop/web, callee: 'ext:', is: missing, reason: x}")).err())
        .contains("line 2: callee must be namespace/name or ext:host: 'ext:'");
  }

  private String csv(String text) throws Exception {
    var file = folder.resolve("mended.yaml");
    Files.writeString(file, text);
    return graph(file, "-o", "csv").out();
  }

  private Path mended(String... edges) throws Exception {
    var file = folder.resolve("mended.yaml");
    Files.writeString(file, "edges:\n  - " + String.join("\n  - ", edges) + "\n");
    return file;
  }

  private Shell.Answer graph(Path file, String... more) throws Exception {
    return run(file, "graph", more);
  }

  private Shell.Answer run(Path file, String verb, String... more) throws Exception {
    var words = new java.util.ArrayList<String>(java.util.List.of(verb));
    words.addAll(java.util.List.of(more));
    words.addAll(java.util.List.of("--manifests", manifests, "--mended", file.toString()));
    try (var shell = new Shell(folder.resolve("home"))) {
      return shell.type(words.toArray(String[]::new));
    }
  }

  private static String deployment(String name, String image) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: main
            image: "%2$s"
    """
        .formatted(name, image);
  }

  private static String service(String name, String app, int port) {
    return """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: shop}
    spec: {selector: {app: %s}, ports: [{port: %d}]}
    """
        .formatted(name, app, port);
  }
}
