package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static dev.faultline.graph.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One configuration that several workloads read whole. */
class SharedConfigurationTest {

  private static final String TARGETS =
      Stream.of("a", "b", "c", "d")
          .flatMap(name -> Stream.of(deployment(name), service(name, 80)))
          .collect(Collectors.joining("---\n"));

  private static final List<String> FOUR =
      List.of("A_URL: http://a", "B_URL: http://b", "C_URL: http://c", "D_URL: http://d");

  @Test
  void aListOfAllAddressesThatEverybodyGetsSaysLittle() {
    var graph =
        DependencyGraph.of(state(TARGETS, config(FOUR), reader("x"), reader("y"), reader("z")));

    assertThat(graph.drawnAtFirst()).isEmpty();
    assertThat(graph.dependencies()).hasSize(12);
    assertThat(graph.dependencies().getFirst().evidence())
        .extracting(Evidence::doubt)
        .allSatisfy(
            doubt ->
                assertThat(doubt)
                    .contains(
                        "one of many addresses in a configuration that 3 workloads read whole"));
  }

  /** Each reader with each entry would be ninety thousand edges that nobody believes. */
  @Test
  void aHugeListThatEverybodyReadsStaysBounded() {
    var yaml = new ArrayList<String>();
    var entries = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      entries.add("S" + i + "_URL: http://s" + i);
      yaml.add(deployment("s" + i, "  envFrom: [{configMapRef: {name: all}}]"));
      yaml.add(service("s" + i, 80));
    }
    yaml.add(config(entries));

    var graph = DependencyGraph.of(state(yaml.toArray(String[]::new)));

    assertThat(graph.drawnAtFirst()).isEmpty();
    assertThat(graph.dependencies()).hasSizeBetween(300, 300 * 100);
  }

  /** Charts give each workload a ConfigMap of its own, and write the same into each. */
  @Test
  void aListThatIsCopiedIntoAConfigurationOfEachReaderSaysAsLittle() {
    var copies =
        Stream.of("x", "y", "z")
            .flatMap(name -> Stream.of(copy(name, FOUR), reader(name, name)))
            .toArray(String[]::new);

    assertThat(edges(TARGETS, String.join("---\n", copies)))
        .hasSize(12)
        .allMatch(edge -> edge.endsWith("weak"));
  }

  @Test
  void listsThatDifferAreNoCopies() {
    var lists = new ArrayList<String>();
    for (String name : List.of("x", "y", "z")) {
      var own = Stream.concat(FOUR.stream(), Stream.of("NAME: of-" + name)).toList();
      lists.add(copy(name, own));
      lists.add(reader(name, name));
    }

    assertThat(edges(TARGETS, String.join("---\n", lists)))
        .hasSize(12)
        .allMatch(edge -> edge.endsWith("strong"));
  }

  @Test
  void aCopyThatIsEditedIsNoCopyAnyMoreAndOneThatComesToSayTheSameIsOne() {
    var other = List.of("A_URL: http://a", "NAME: of-x");
    var yaml = new ArrayList<String>(List.of(TARGETS));
    for (String name : List.of("x", "y", "z")) {
      yaml.add(copy(name, FOUR));
      yaml.add(reader(name, name));
    }
    var alike = DependencyGraph.of(state(yaml.toArray(String[]::new)));
    var edited = state(yaml.toArray(String[]::new)).apply(Instant.EPOCH, put(copy("x", other)));
    var again = edited.apply(Instant.EPOCH, put(copy("x", FOUR)));

    var without = alike.next(edited);
    assertThat(without.dependencies()).isEqualTo(DependencyGraph.of(edited).dependencies());
    assertThat(without.drawnAtFirst()).isNotEmpty();
    assertThat(without.next(again).dependencies()).isEqualTo(alike.dependencies());
  }

  private static List<StateChange> put(String yaml) {
    return state(yaml)
        .all(Kind.CONFIG_MAP, ClusterObject.class)
        .map(object -> (StateChange) new StateChange.Put(object))
        .toList();
  }

  /** Roles of one image, each of which the list names as a service that is called. */
  @Test
  void rolesThatTheListItselfNamesAreManyReaders() {
    var image = "example.org/shop:1";
    var from = "  envFrom: [{configMapRef: {name: all}}]";
    var services =
        Stream.of("a", "b", "c")
            .map(name -> workload("Deployment", name, image, from) + "---\n" + service(name, 80))
            .collect(Collectors.joining("---\n"));

    assertThat(edges(services, deployment("d"), service("d", 80), config(FOUR)))
        .isNotEmpty()
        .allMatch(edge -> edge.endsWith("weak"));
  }

  @Test
  void aWorkloadNamedAfterAReaderIsNoneOfItsOwn() {
    assertThat(
            edges(
                deployment("media", "  envFrom: [{configMapRef: {name: all}}]"),
                reader("x"),
                reader("y"),
                deployment("media-player"),
                service("media-player", 80),
                workload("StatefulSet", "media-mongodb", "mongo:6"),
                service("media-mongodb", 27017),
                TARGETS,
                config(
                    List.of(
                        "MEDIA_PLAYER_URL: http://media-player",
                        "MEDIA_MONGODB_HOST: media-mongodb",
                        "A_URL: http://a",
                        "B_URL: http://b",
                        "C_URL: http://c"))))
        .filteredOn(edge -> !edge.endsWith("weak"))
        .containsExactly("shop/media -> shop/media-mongodb store declared firm");
  }

  @Test
  void twoReadersAreNotEverybodyAndThreeAddressesAreNoList() {
    assertThat(edges(TARGETS, config(FOUR), reader("x"), reader("y")))
        .hasSize(8)
        .allMatch(edge -> edge.endsWith("strong"));
    assertThat(edges(TARGETS, config(FOUR.subList(0, 3)), reader("x"), reader("y"), reader("z")))
        .hasSize(9)
        .allMatch(edge -> edge.endsWith("strong"));
  }

  @Test
  void rolesOfOneProgramAreOneReader() {
    var image = "example.org/shop:1";
    var from = "  envFrom: [{configMapRef: {name: all}}]";
    assertThat(
            edges(
                TARGETS,
                config(FOUR),
                workload("Deployment", "web", image, from),
                workload("Deployment", "worker", image, from),
                workload("CronJob", "nightly", image, from)))
        .hasSize(12 - 4)
        .allMatch(edge -> edge.endsWith("strong"));
  }

  @Test
  void aRoleOfTheProgramIsNotCalledByTheOthers() {
    var image = "example.org/shop:1";
    var from = "  envFrom: [{configMapRef: {name: all}}]";
    assertThat(
            edges(
                config(List.of("SITE: http://web")),
                workload("Deployment", "web", image, from),
                service("web", 80),
                workload("Deployment", "worker", image, from)))
        .containsExactly("shop/worker -> shop/web application declared weak");
  }

  @Test
  void anEntryWithAReadersNameIsThatReadersOnly() {
    assertThat(
            edges(
                TARGETS,
                config(List.of("X_BACKEND_URL: http://a", "Y_SERVICE_B_URL: http://b")),
                reader("x"),
                reader("y-service")))
        .containsExactly(
            "shop/x -> shop/a application declared strong",
            "shop/x -> shop/b application declared weak",
            "shop/y-service -> shop/a application declared weak",
            "shop/y-service -> shop/b application declared strong");
  }

  @Test
  void theNameOfTheOneCalledIsNoNameOfAReader() {
    assertThat(
            edges(
                deployment("payment", "  envFrom: [{configMapRef: {name: all}}]"),
                service("payment", 80),
                config(List.of("PAYMENT_URL: http://payment")),
                reader("x")))
        .containsExactly("shop/x -> shop/payment application declared strong");
  }

  @Test
  void theLongerNameOwnsTheEntry() {
    assertThat(
            edges(
                TARGETS,
                config(List.of("USER_TIMELINE_STORE_URL: http://a")),
                reader("user"),
                reader("user-timeline")))
        .containsExactly(
            "shop/user -> shop/a application declared weak",
            "shop/user-timeline -> shop/a application declared strong");
  }

  @Test
  void aSectionOfAFileIsAnOwnerToo() {
    var file =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: all, namespace: shop}
        data:
          services.yml: |
            x:
              next: {url: "http://a"}
            y:
              next: {url: "http://b"}
        """;
    assertThat(edges(TARGETS, file, reader("x"), reader("y")))
        .filteredOn(edge -> edge.endsWith("strong"))
        .containsExactly(
            "shop/x -> shop/a application declared strong",
            "shop/y -> shop/b application declared strong");
  }

  @Test
  void ofAConfigurationMountedFileByFileOnlyTheOwnFileCounts() {
    assertThat(
            edges(
                TARGETS,
                config(List.of("one.txt: http://a", "two.txt: http://b")),
                file("x", "subPath: one.txt", ""),
                file("y", "subPath: two.txt", "")))
        .containsExactly(
            "shop/x -> shop/a application declared strong",
            "shop/y -> shop/b application declared strong");
  }

  @Test
  void oneFileThatEverybodyMountsIsAListOfAllAddresses() {
    var all =
        "{one.txt: \"u: http://a\\nv: http://b\\nw: http://c\\nt: http://d\", other: 'http://a'}";
    var yaml =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: all, namespace: shop}, data: "
            + all
            + "}\n";
    var item = ", items: [{key: one.txt, path: one.txt}]";
    assertThat(
            edges(
                TARGETS,
                yaml,
                file("x", "subPath: one.txt", ""),
                file("y", "mountPath: /y", item),
                file("z", "subPath: one.txt", "")))
        .hasSize(12)
        .allMatch(edge -> edge.endsWith("weak"));
  }

  private static String file(String name, String mount, String items) {
    var volumes = "      volumes: [{name: c, configMap: {name: all" + items + "}}]\n";
    return deployment(name, "  volumeMounts: [{name: c, " + mount + "}]")
        .replace("      containers:", volumes + "      containers:");
  }

  @Test
  void aPolicyThatAllowsItTiesTheAddressToTheReader() {
    var policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: a}}
          ingress: [{from: [{podSelector: {matchLabels: {app: x}}}]}]
        """;
    assertThat(edges(TARGETS, config(FOUR), reader("x"), reader("y"), reader("z"), policy))
        .filteredOn(edge -> !edge.endsWith("weak"))
        .containsExactly("shop/x -> shop/a application allowed firm");
  }

  @Test
  void aVariablesNameSaysMoreThanTheKeyItIsFilledFrom() {
    var config = config(List.of("mode: a", "kind: b", "front: http://c"));
    assertThat(
            edges(
                TARGETS,
                config,
                deployment(
                    "x",
                    "  env:",
                    variable("BACKEND_HOST", "mode"),
                    variable("APP_KIND", "kind"),
                    variable("CORS_ORIGIN", "front"))))
        .containsExactly(
            "shop/x -> shop/a application declared firm",
            "shop/x -> shop/b application declared weak",
            "shop/x -> shop/c application declared weak");
  }

  /** It wants the password that stands beside; a broker calls its own kind, and what it is told. */
  @Test
  void aStoreOrBrokerThatReadsTheConfigurationOfAllDoesNotCallTheOthersOfIt() {
    var from = "  envFrom: [{configMapRef: {name: all}}]";

    assertThat(
            edges(
                reader("x"),
                service("x", 80),
                workload("StatefulSet", "postgres", "postgres:16", from),
                workload("StatefulSet", "kafka", "apache/kafka:3.9", from),
                service("kafka", 9092),
                workload("StatefulSet", "keeper", "zookeeper:3.9"),
                service("keeper", 2181),
                config(List.of("BUS: kafka:9092", "QUORUM: keeper:2181", "KAFKA_HOOK: http://x"))))
        .containsExactly(
            "shop/kafka -> shop/keeper messaging declared strong",
            "shop/kafka -> shop/x application declared strong",
            "shop/postgres -> shop/kafka messaging declared weak",
            "shop/postgres -> shop/keeper messaging declared weak",
            "shop/postgres -> shop/x application declared weak",
            "shop/x -> shop/kafka messaging declared strong",
            "shop/x -> shop/keeper messaging declared strong");
  }

  private static String variable(String name, String key) {
    return "    - {name: "
        + name
        + ", valueFrom: {configMapKeyRef: {name: all, key: "
        + key
        + "}}}";
  }

  private static String reader(String name) {
    return deployment(name, "  envFrom: [{configMapRef: {name: all}}]");
  }

  private static String reader(String name, String configuration) {
    return deployment(name, "  envFrom: [{configMapRef: {name: " + configuration + "}}]");
  }

  private static String config(List<String> data) {
    return copy("all", data);
  }

  private static String copy(String name, List<String> data) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "
        + name
        + ", namespace: shop}\ndata:\n"
        + String.join("\n", data).indent(2);
  }
}
