package dev.faultline.cluster.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.faultline.cluster.manifests.Problem.Weight;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFolderTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T03:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void objectsOfAllFilesAndDocumentsAreInTheState() throws IOException {
    write("a.yaml", configMap("one") + "---\n# nothing here\n---\n" + configMap("two"));
    write("deep/er/b.yml", configMap("three"));
    write(
        "c.json",
        "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMapList\","
            + "\"items\":[{\"metadata\":{\"name\":\"four\"}}]}]}");
    write("notes.txt", "not YAML: [");

    var read = read();

    assertThat(names(read.state()))
        .containsExactly("default/four", "default/one", "default/three", "default/two");
    assertThat(read.problems()).isEmpty();
    assertThat(read.state().at()).isEqualTo(CLOCK.instant());
  }

  @Test
  void whatDoesNotParseIsNamedByLineAndCostsOnlyItself() throws IOException {
    write("a.yaml", configMap("one") + "---\nkind: [unclosed\nmore: x\n---\n" + configMap("two"));
    write("b.json", "{\"kind\": \n oops}");

    var read = read();

    assertThat(names(read.state())).containsExactly("default/one", "default/two");
    assertThat(read.problems()).hasSize(2).allMatch(p -> p.weight() == Weight.SKIPPED);
    assertThat(read.problems().getFirst().describe()).startsWith("a.yaml, line 8: ");
    assertThat(read.problems().getLast().describe()).startsWith("b.json, line 2: ");
  }

  @Test
  void anObjectWithoutNamespaceIsInDefaultUnlessItsKindHasNone() throws IOException {
    write(
        "a.yaml",
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, namespace: by-mistake}
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: planets.example.org}
        spec: {group: example.org, scope: Cluster, names: {kind: Planet}}
        ---
        apiVersion: example.org/v1
        kind: Planet
        metadata: {name: mars}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        """);

    assertThat(names(read().state()))
        .containsExactly("default/web", "mars", "planets.example.org", "shop");
  }

  @Test
  void templatesAndFilesOfOtherToolsArePassedOverWithANote() throws IOException {
    write("chart/templates/web.yaml", "kind: Deployment\nmetadata:\n  name: {{ .Values.name }}\n");
    write("chart/templates/if.yaml", "{{- if .Values.on }}\n" + configMap("x") + "{{- end }}\n");
    write("chart/Chart.yaml", "apiVersion: v2\nname: web\n");
    write("chart/values.yaml", "replicas: 3\n");
    write("base/kustomization.yaml", "resources: [web.yaml]\n");
    write(
        "overlay/patch.yaml",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 9}\n");

    var read = read();

    assertThat(read.state().all()).isEmpty();
    assertThat(read.problems()).hasSize(6).allMatch(p -> p.weight() == Weight.PASSED_OVER);
  }

  @Test
  void aSecretsValuesAreNowhere() throws IOException {
    write(
        "a.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: s
          annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"p":"hunter2"}}'}
        data: {k: aHVudGVyMg==}
        stringData: {p: hunter2, url: 'redis://:hunter2@cache:6379', word: hunter2.web}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: cache}
        """);

    var state = read().state();

    assertThat(state.all().toList().toString())
        .contains("cache")
        .doesNotContain("hunter2")
        .doesNotContain("aHVudGVyMg");
  }

  @Test
  void linksThatLoopOrLeadOutAreNotFollowed() throws IOException {
    var outside = Files.createTempDirectory(folder.getParent(), "outside");
    Files.writeString(outside.resolve("x.yaml"), configMap("outside"));
    write("a/one.yaml", configMap("one"));
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nothing"));

    var read = read();

    assertThat(names(read.state())).containsExactly("default/one");
    assertThat(read.problems())
        .extracting(Problem::file)
        .containsExactly("a/loop", "gone.yaml", "out");
  }

  @Test
  void aFileTooLargeIsNamedAndNotRead() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("big.yaml").toFile(), "rw")) {
      file.setLength(ManifestFile.LARGEST + 1);
    }
    write("a.yaml", configMap("one"));

    var read = read();

    assertThat(names(read.state())).containsExactly("default/one");
    assertThat(read.problems())
        .extracting(Problem::describe)
        .containsExactly("big.yaml: it is larger than 64 megabytes");
  }

  @Test
  void hostileFilesCannotHangIt() throws IOException {
    write("huge.yaml", configMap("huge") + "  big: \"" + "a://b@".repeat(4_000_000) + "\"\n");
    write("deep.json", "[".repeat(200_000));
    write("deep.yaml", "{a: ".repeat(20_000));
    write("cycle.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: &m {name: x, labels: *m}\n");

    var read = assertTimeoutPreemptively(Duration.ofSeconds(60), this::read);

    assertThat(names(read.state())).containsExactly("default/huge");
    assertThat(read.problems())
        .extracting(Problem::file)
        .containsExactly("cycle.yaml", "deep.json", "deep.yaml");
  }

  @Test
  void whatIsMeantToRunIsKnownAndHowItRunsIsNot() throws IOException {
    write(
        "a.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec: {template: {spec: {containers: [{name: web, image: 'web:1'}]}}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: lone}
        spec: {containers: [{name: web, image: 'web:1'}]}
        """);

    var state = read().state();

    assertThat(state.coverage(Kind.DEPLOYMENT)).isInstanceOf(Coverage.Live.class);
    assertThat(state.coverage(Kind.POD)).isInstanceOf(Coverage.NotServed.class);
    assertThat(names(state)).containsExactly("default/lone", "default/web");
  }

  @Test
  void ofTwoThatAreTheSameObjectTheLastCountsAndIsNamed() throws IOException {
    write("a.yaml", configMap("one"));
    write("b.yaml", configMap("one"));
    write("c.yaml", configMap("one") + "  other: value\n");

    var read = read();

    assertThat(read.problems())
        .extracting(Problem::describe)
        .containsExactly(
            "c.yaml: ConfigMap default/one is defined more than once; the last one counts");
  }

  @Test
  void aFolderThatIsNotThereIsSaidInASentence() throws IOException {
    write("file.yaml", configMap("one"));

    assertThatThrownBy(() -> ManifestFolder.read(folder.resolve("nowhere"), CLOCK))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("There is no folder ");
    assertThatThrownBy(() -> ManifestFolder.read(folder.resolve("file.yaml"), CLOCK))
        .hasMessageContaining("is not a folder");
  }

  private ManifestFolder read() throws IOException {
    return ManifestFolder.read(folder, CLOCK);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata:\n  a: b\n";
  }

  private static List<String> names(ClusterState state) {
    return state.all().map(ClusterObject::ref).map(ref -> ref.path()).sorted().toList();
  }
}
