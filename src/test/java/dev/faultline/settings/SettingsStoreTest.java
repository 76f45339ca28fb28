package dev.faultline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.settings.WindowSettings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

  @TempDir Path folder;
  private SettingsStore store =
      new SettingsStore(new UserFolders(Path.of("."), Path.of("."), Path.of(".")));

  @BeforeEach
  void open() {
    store = new SettingsStore(new UserFolders(folder.resolve("config"), folder, folder));
  }

  @Test
  void onTheFirstNightThereIsNoFileAndProductionIsProtectedAllTheSame() {
    var settings = read();

    assertThat(settings.forContext("eks-PROD-eu").protectedContext()).isTrue();
    assertThat(settings.forContext("staging").protectedContext()).isFalse();
    assertThat(settings.forContext("staging").readOnly()).isFalse();
  }

  @Test
  void aCharacterOfTwoHalvesMayStandAnywhereInTheFile() throws IOException {
    var rocket = "\uD83D\uDE80";
    for (int before = 1000; before < 1040; before++) {
      Files.createDirectories(store.file().getParent());
      Files.writeString(
          store.file(), "# " + "x".repeat(before) + rocket + "\nlogFolder: /logs/" + rocket + "\n");

      assertThat(read().logFolder()).contains(Path.of("/logs/" + rocket));
      store.save(read().withFlag("wide", true));
      assertThat(read().logFolder()).contains(Path.of("/logs/" + rocket));
    }
  }

  @Test
  void whereTrafficIsLookedForIsKept() throws IOException {
    write(
        "contexts: {prod: {telemetry: {prometheus: 'https://prometheus.example', zipkin: off}}}\n");

    store.save(read().withFlag("wide", true));

    assertThat(read().forContext("prod").telemetry())
        .isEqualTo(Map.of("prometheus", "https://prometheus.example", "zipkin", "off"));
  }

  @Test
  void noSecretIsReadUnlessItIsAskedFor() throws IOException {
    assertThat(ContextSettings.startingFor("staging").secretAddresses()).isFalse();
    write("contexts: {prod: {readOnly: true}, eu: {secretAddresses: true}}\n");
    assertThat(read().forContext("prod").secretAddresses()).isFalse();
    assertThat(read().forContext("eu").secretAddresses()).isTrue();

    store.save(read().withFlag("wide", true));
    assertThat(read().forContext("eu").secretAddresses()).isTrue();

    var eu = read().forContext("eu").withSecretAddresses(false);
    store.save(read().withContext("eu", eu));
    assertThat(read().forContext("eu").secretAddresses()).isFalse();
  }

  @Test
  void whetherSecretsAreReadIsSaidPlainlyOrNotAtAll() throws IOException {
    write("contexts:\n  prod:\n    secretAddresses: some\n");

    assertThat(broken()).contains("line 3: secretAddresses must be true or false");
  }

  @Test
  void edgesMendedByHandAreKept() throws IOException {
    write(
        """
        contexts:
          prod:
            edges:
              - {caller: shop/web, callee: shop/cart, is: not so, reason: "#1: switched off"}
              - {caller: shop/web, callee: ext:api.example, is: missing, class: external, reason: sdk}
        """);
    store.save(read().withFlag("wide", true));

    assertThat(read().forContext("prod").edges())
        .containsExactly(
            new Mending(
                Verdict.NOT_SO, "shop/web", "shop/cart", Optional.empty(), "#1: switched off"),
            new Mending(
                Verdict.MISSING,
                "shop/web",
                "ext:api.example",
                Optional.of(EdgeClass.EXTERNAL),
                "sdk"));
  }

  @Test
  void whatIsPassedOnIsReadAgain() throws IOException {
    var edges =
        List.of(new Mending(Verdict.MISSING, "a/b", "c/d", Optional.empty(), "line\n: {'\" x"));
    var file = store.file().resolveSibling("mended.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, MendedEdges.text(edges));

    assertThat(MendedEdges.read(file)).isEqualTo(edges);
  }

  @Test
  void aMendedEdgeWithoutAReasonIsNamedByItsLine() throws IOException {
    write("contexts:\n  prod:\n    edges:\n      - {caller: a/b, callee: c/d, is: missing}\n");

    assertThat(broken()).contains("line 4: an edge needs caller, callee, is and reason: no reason");
  }

  @Test
  void aServerOfAnUnknownKindIsNamedByItsLine() throws IOException {
    write("contexts:\n  prod:\n    telemetry: {promethus: auto}\n");

    assertThat(broken()).contains("line 3: telemetry knows prometheus, zipkin, jaeger");
  }

  @Test
  void whatWasSetIsThereAfterARestart() throws IOException {
    var production =
        new ContextSettings(
            Optional.of("red"),
            Optional.of("production"),
            false,
            true,
            List.of("shop", "platform"));
    var settings =
        Settings.EMPTY
            .withContext("prod: eu #1", production)
            .withFlag("wide", true)
            .withWindow(new WindowSettings(Theme.DARK, 15, List.of("prod: eu #1", "staging")))
            .withLogFolder(Optional.of(Path.of("/var/log/faultline")));

    store.save(settings);

    assertThat(read()).isEqualTo(settings);
    try (var files = Files.list(store.file().getParent())) {
      assertThat(files).containsExactly(store.file());
    }
  }

  @Test
  void aContextThatOnlyGotAColourStaysProtectedByItsName() throws IOException {
    write("contexts:\n  prod:\n    colour: red\n");

    assertThat(read().forContext("prod"))
        .isEqualTo(
            new ContextSettings(Optional.of("red"), Optional.empty(), true, false, List.of()));
  }

  @Test
  void aSlipOfTheHandIsNamedByFileAndLine() throws IOException {
    write("contexts:\n  prod:\n    readOnly: maybe\n");

    assertThat(broken())
        .isEqualTo(
            "The settings in "
                + store.file()
                + " can't be used, line 3: readOnly must be true or false; correct the file, or"
                + " move it away to start afresh.");
  }

  @Test
  void aThemeThatDoesNotExistIsNamedByLine() throws IOException {
    write("window:\n  theme: pink\n");

    assertThat(broken()).contains("line 2: theme must be system, light or dark");
  }

  @Test
  void aFontTooSmallToReadAtNightIsEnlarged() throws IOException {
    write("window: {fontSize: 2}\n");

    assertThat(read().window().fontSize()).isEqualTo(WindowSettings.SMALLEST_FONT);
  }

  @Test
  void changedSettingsHoldAtOnceAndAreWrittenOnce() {
    var keeper = new SettingsKeeper(store);
    var told = new ArrayList<Settings>();
    keeper.subscribe(told::add);

    keeper.change(settings -> settings.withWindow(settings.window().withTheme(Theme.LIGHT)));

    assertThat(told).containsExactly(keeper.settings());
    assertThat(keeper.save()).isInstanceOf(SettingsKeeper.Saved.Written.class);
    assertThat(keeper.save()).isInstanceOf(SettingsKeeper.Saved.Unchanged.class);
    assertThat(read().window().theme()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void settingsThatCannotBeWrittenHoldAllTheSameAndSayWhy() throws IOException {
    var keeper = new SettingsKeeper(store);
    Files.writeString(store.file().getParent(), "a file where the folder should be");

    keeper.change(settings -> settings.withFlag("wide", true));

    assertThat(keeper.save())
        .isInstanceOfSatisfying(
            SettingsKeeper.Saved.NotWritten.class,
            not ->
                assertThat(not.sentence())
                    .contains(store.file().toString())
                    .contains("a file stands where a folder should be"));
    assertThat(keeper.settings().flag("wide")).isTrue();
  }

  @Test
  void textThatIsNotYamlIsNamedByFileAndLine() throws IOException {
    write("contexts:\n  prod: {colour: red\n");

    assertThat(broken()).contains(store.file().toString()).contains("line 3:");
  }

  @Test
  void savingOverABrokenFileLosesNothing() throws IOException {
    write("contexts: [oops\n");

    var aside = store.save(Settings.EMPTY.withFlag("wide", true));

    assertThat(aside).isPresent();
    assertThat(aside.orElseThrow()).hasContent("contexts: [oops\n");
    assertThat(read().flag("wide")).isTrue();
  }

  @Test
  void whatANewerVersionWroteIsKept() throws IOException {
    write("zoom: dark\nflags: {wide: false}\n");

    store.save(read().withFlag("wide", true));

    assertThat(Files.readString(store.file())).contains("zoom: dark").contains("wide: true");
  }

  @Test
  void whatIsSetAboutTrafficIsReadAndKeptWhenTheRestIsSaved() throws IOException {
    Files.createDirectories(store.file().getParent());
    Files.writeString(
        store.file(),
        """
        traffic:
          servers:
            - url: https://mimir.example.org/prometheus
              tokenFile: /run/secrets/mimir
              caFile: /etc/ca.pem
              headers: {X-Scope-OrgID: team-a}
              labels: {cluster: prod-eu}
            - {url: 'http://zipkin:9411/', user: reader, passwordFile: /run/secrets/zipkin}
          names: {checkout-api: shop/checkout}
        """);

    var settings = read();
    store.save(settings.withFlag("wide", true));

    var traffic = read().traffic();
    assertThat(traffic).isEqualTo(settings.traffic());
    assertThat(traffic.names()).containsExactly(Map.entry("checkout-api", "shop/checkout"));
    var mimir = traffic.server("https://mimir.example.org/prometheus/").orElseThrow();
    assertThat(mimir.tokenFile()).contains(Path.of("/run/secrets/mimir"));
    assertThat(mimir.caFile()).contains(Path.of("/etc/ca.pem"));
    assertThat(mimir.headers()).containsExactly(Map.entry("X-Scope-OrgID", "team-a"));
    assertThat(mimir.labels()).containsExactly(Map.entry("cluster", "prod-eu"));
    assertThat(traffic.server("http://zipkin:9411").orElseThrow().user()).contains("reader");
    assertThat(traffic.server("http://zipkin:9412")).isEmpty();
  }

  @Test
  void aServerOfTrafficWithoutUrlIsNamedByLine() throws IOException {
    Files.createDirectories(store.file().getParent());
    Files.writeString(store.file(), "traffic:\n  servers:\n    - {user: reader}\n");

    assertThat(broken()).contains("line 3: a server needs a url");
  }

  @Test
  void foldersFollowThePlatform() {
    var home = Path.of("/home/ann");
    assertThat(UserFolders.of(Map.of(), "Linux", home))
        .isEqualTo(
            new UserFolders(
                Path.of("/home/ann/.config/faultline"),
                Path.of("/home/ann/.local/share/faultline"),
                Path.of("/home/ann/.local/state/faultline/logs")));
    assertThat(
            UserFolders.of(
                Map.of("XDG_CONFIG_HOME", "/etc/ann", "XDG_DATA_HOME", "relative"), "Linux", home))
        .isEqualTo(
            new UserFolders(
                Path.of("/etc/ann/faultline"),
                Path.of("/home/ann/.local/share/faultline"),
                Path.of("/home/ann/.local/state/faultline/logs")));
    assertThat(UserFolders.of(Map.of(), "Mac OS X", home).logs())
        .isEqualTo(Path.of("/home/ann/Library/Logs/Faultline"));
    assertThat(UserFolders.of(Map.of("APPDATA", "/roam"), "Windows 11", home).config())
        .isEqualTo(Path.of("/roam/Faultline"));
  }

  private Settings read() {
    return ((SettingsReading.Read) store.load()).settings();
  }

  private String broken() {
    return ((SettingsReading.Broken) store.load()).sentence();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(store.file().getParent());
    Files.writeString(store.file(), text);
  }
}
