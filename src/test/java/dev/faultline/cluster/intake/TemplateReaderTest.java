package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Workload;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.testkit.States;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template has one identity, wherever it stands and whoever wrote it down. */
class TemplateReaderTest {

  private static final String PLAIN =
      """
      metadata: {labels: {app: db}}
      spec:
        containers:
          - {name: db, image: "postgres:17.2", env: [{name: A, value: ""}]}
        volumes: [{name: tmp, emptyDir: {}}]
      """;

  private static JsonObject yaml(String text) {
    return (JsonObject) YamlCodec.readAll(text).getFirst();
  }

  @Test
  void whatControllersAndEncodersAddIsNotPartOfIt() {
    var written =
        """
        $patch: replace
        metadata:
          creationTimestamp: null
          annotations: {}
          labels: {app: db, pod-template-hash: abc, controller-revision-hash: db-1}
        spec:
          securityContext: {}
          containers:
            - name: db
              image: postgres:17.2
              env: [{name: A, value: ""}]
              resources: {limits: {}}
          volumes: [{name: tmp, emptyDir: {}}]
        """;

    assertThat(TemplateReader.hash(yaml(written))).isEqualTo(TemplateReader.hash(yaml(PLAIN)));
  }

  @ParameterizedTest(name = "{0} is a change")
  @ValueSource(
      strings = {
        "metadata: {labels: {app: db2}}",
        "spec: {containers: [{name: db, image: 'postgres:17.3'}]}",
        "spec: {affinity: {podAffinity: {x: [{labelSelector: {}}]}}}",
        "metadata: {annotations: {kubectl.kubernetes.io/restartedAt: now}}"
      })
  void whatPeopleChangeIsPartOfIt(String change) {
    var changed = new LinkedHashMap<>(yaml(PLAIN).members());
    changed.putAll(yaml(change).members());

    assertThat(TemplateReader.hash(new JsonObject(changed)))
        .isNotEqualTo(TemplateReader.hash(yaml(PLAIN)));
  }

  @Test
  void anEmptySelectorIsNotAnAbsentOne() {
    var everything = yaml("spec: {affinity: {podAffinity: {a: [{labelSelector: {}}]}}}");
    var nothing = yaml("spec: {affinity: {podAffinity: {a: [{topologyKey: x}]}}}");

    assertThat(TemplateReader.hash(everything)).isNotEqualTo(TemplateReader.hash(nothing));
  }

  @Test
  void aControllerRevisionHoldsTheTemplateOfItsStatefulSet() {
    var objects = States.objects(States.resource("/catalog/statefulset.yaml"));
    var set = (Workload) objects.get(0);
    var newest = (Workload) objects.get(2);

    assertThat(newest.template().hash()).isEqualTo(set.template().hash());
    assertThat(newest.revisionNumber()).isEqualTo(2);
  }

  @Property(tries = 100)
  void theOrderOfMembersDoesNotCount(@ForAll("trees") JsonObject template, @ForAll long seed) {
    assertThat(TemplateReader.hash((JsonObject) shuffled(template, new Random(seed))))
        .isEqualTo(TemplateReader.hash(template));
  }

  @Provide
  static Arbitrary<JsonObject> trees() {
    var names = Arbitraries.of("metadata", "spec", "env", "name", "resources", "x");
    Arbitrary<Json> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(4).map(Json::of),
            Arbitraries.longs().map(Json::of),
            Arbitraries.of(Json.Null.NULL, Json.Bool.TRUE, Json.Bool.FALSE));
    Arbitrary<Json> inner = Arbitraries.maps(names, leaves).ofMaxSize(4).map(JsonObject::new);
    Arbitrary<Json> lists =
        Arbitraries.oneOf(leaves, inner).list().ofMaxSize(3).map(JsonArray::new);
    return Arbitraries.maps(names, Arbitraries.oneOf(leaves, inner, lists))
        .ofMaxSize(6)
        .map(JsonObject::new);
  }

  private static Json shuffled(Json value, Random random) {
    return switch (value) {
      case JsonObject object -> {
        List<String> names = new ArrayList<>(object.names());
        Collections.shuffle(names, random);
        var members = new LinkedHashMap<String, Json>();
        names.forEach(name -> members.put(name, shuffled(object.members().get(name), random)));
        yield new JsonObject(members);
      }
      case JsonArray array ->
          new JsonArray(array.items().stream().map(item -> shuffled(item, random)).toList());
      default -> value;
    };
  }
}
