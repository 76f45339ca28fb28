package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Manifest;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.ArbitraryJson;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiffPropertiesTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothingDiffersFromItself(@ForAll("manifests") Manifest manifest) {
    assertThat(ManifestDiff.compare(manifest, manifest, DiffOptions.MEANINGFUL).isEmpty()).isTrue();
    assertThat(ManifestDiff.compare(manifest, manifest, DiffOptions.RAW).isEmpty()).isTrue();
    assertThat(TextDiff.of(manifest, manifest, DiffOptions.RAW).isEmpty()).isTrue();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyDifferenceIsSeenRaw(
      @ForAll("manifests") Manifest before, @ForAll("manifests") Manifest after) {
    assertThat(ManifestDiff.compare(before, after, DiffOptions.RAW).isEmpty())
        .isEqualTo(before.equals(after));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theWayBackIsTheWayForthReversed(
      @ForAll("manifests") Manifest before, @ForAll("manifests") Manifest after) {
    for (var options : List.of(DiffOptions.RAW, DiffOptions.MEANINGFUL)) {
      var forth = ManifestDiff.compare(before, after, options).changes();
      var back = ManifestDiff.compare(after, before, options).changes();

      assertThat(back.stream().map(DiffPropertiesTest::key))
          .containsExactlyInAnyOrderElementsOf(
              forth.stream().map(FieldChange::reversed).map(DiffPropertiesTest::key).toList());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsMeaningfulIsAlsoSeenRaw(
      @ForAll("manifests") Manifest before, @ForAll("manifests") Manifest after) {
    if (!ManifestDiff.compare(before, after, DiffOptions.MEANINGFUL).isEmpty()) {
      assertThat(ManifestDiff.compare(before, after, DiffOptions.RAW).isEmpty()).isFalse();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfNamedItemsMeansNothing(@ForAll("manifests") Manifest manifest) {
    var tree = (JsonObject) reversed(manifest.tree());

    assertThat(ManifestDiff.compare(manifest, new Manifest(tree), DiffOptions.MEANINGFUL).changes())
        .isEmpty();
    assertThat(TextDiff.of(manifest, new Manifest(tree), DiffOptions.MEANINGFUL).isEmpty())
        .isTrue();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aSummaryKeepsItsLength(
      @ForAll("manifests") Manifest before, @ForAll("manifests") Manifest after) {
    var diff = ManifestDiff.compare(before, after, DiffOptions.MEANINGFUL);

    for (int longest : List.of(20, 40, 80, 200)) {
      assertThat(diff.summary(longest)).isNotBlank().hasSizeLessThanOrEqualTo(longest);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noSecretIsInAnyDiff(
      @ForAll("manifests") Manifest before, @ForAll("manifests") Manifest after) {
    for (var options : List.of(DiffOptions.RAW, DiffOptions.MEANINGFUL)) {
      assertThat(ManifestDiff.compare(before, after, options).toString()).doesNotContain("hunter2");
      assertThat(TextDiff.of(before, after, options).toString()).doesNotContain("hunter2");
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void redactionKeepsTheShapeOfAnyTreeAndIsDoneAtOnce(@ForAll("trees") JsonObject tree) {
    var once = Redaction.tree(tree);

    assertThat(once instanceof JsonObject object ? object.names() : List.of())
        .isEqualTo(tree.names());
    assertThat(Redaction.tree(once)).isEqualTo(once);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyTwoTreesCanBeCompared(@ForAll("trees") JsonObject one, @ForAll("trees") JsonObject two) {
    var before = new Manifest(JsonObject.of("spec", one));
    var after = new Manifest(JsonObject.of("spec", two));
    for (var options : List.of(DiffOptions.RAW, DiffOptions.MEANINGFUL)) {
      var forth = ManifestDiff.compare(before, after, options);
      var back = ManifestDiff.compare(after, before, options);

      assertThat(back.changes()).hasSameSizeAs(forth.changes());
      assertThat(forth.changes()).allSatisfy(change -> assertThat(change.path()).isNotNull());
      assertThat(TextDiff.of(before, after, options).rows()).isNotEmpty();
    }
    assertThat(ManifestDiff.compare(before, after, DiffOptions.RAW).isEmpty())
        .isEqualTo(one.equals(two));
  }

  private static String key(FieldChange change) {
    return switch (change) {
      case FieldChange.Added added -> "+" + added.path() + "=" + added.after();
      case FieldChange.Removed removed -> "-" + removed.path() + "=" + removed.before();
      case FieldChange.Changed changed ->
          changed.path() + ":" + changed.before() + ">" + changed.after();
    };
  }

  private static Json reversed(Json value) {
    return switch (value) {
      case JsonArray array when array.items().stream().allMatch(JsonObject.class::isInstance) ->
          new JsonArray(
              array.items().reversed().stream().map(DiffPropertiesTest::reversed).toList());
      case JsonObject object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .names()
            .reversed()
            .forEach(name -> members.put(name, reversed(object.find(name).orElseThrow())));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }

  @Provide
  Arbitrary<JsonObject> trees() {
    return ArbitraryJson.objects();
  }

  @Provide
  Arbitrary<Manifest> manifests() {
    var env =
        Arbitraries.of(
                "{name: A, value: x}",
                "{name: A, value: y}",
                "{name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}",
                "{name: B, value: y}",
                "{name: DB_PASSWORD, value: hunter2}",
                "{name: DB_PASSWORD, value: hunter2x}",
                "{name: URL, value: 'http://a:hunter2@b'}")
            .list()
            .uniqueElements(entry -> entry.substring(0, 9))
            .ofMaxSize(4);
    var ports =
        Arbitraries.of(
                "{containerPort: 80}", "{containerPort: 80, protocol: TCP}", "{containerPort: 81}")
            .list()
            .ofMaxSize(1);
    var memory = Arbitraries.of("1Gi", "1024Mi", "2Gi");
    var extra =
        Arbitraries.of(
            "",
            "      dnsPolicy: ClusterFirst\n",
            "      dnsPolicy: Default\n",
            "      tolerations: [{key: a, operator: Exists}, {key: b}]\n");
    var replicas = Arbitraries.of("", "  replicas: 1\n", "  replicas: 2\n");
    return Combinators.combine(env, ports, memory, extra, replicas)
        .as(
            (e, p, m, x, r) ->
                Yaml.manifest(
                    """
                    apiVersion: apps/v1
                    kind: Deployment
                    spec:
                    %s  template:
                        spec:
                    %s      containers:
                          - name: a
                            image: i:1
                            env: [%s]
                            ports: [%s]
                            resources: {limits: {memory: %s}}
                          - {name: b, image: "i:2", args: [--token, hunter2, --x]}
                    """
                        .formatted(r, x, String.join(", ", e), String.join(", ", p), m)));
  }

  @Property(tries = 20)
  void aManifestOfTheseIsWhatItSeems(@ForAll("manifests") Manifest manifest) {
    assertThat(JsonCodec.write(manifest.podTemplate())).contains("\"image\":\"i:2\"");
  }
}
