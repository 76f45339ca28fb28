package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigDiffTest {

  @Test
  void aPropertiesFileIsComparedSettingBySetting() {
    assertThat(
            changes(
                "application.properties",
                "# pool\ndb.pool=10\ndb.url = jdbc:x\n\ndb.password=hunter2\ngone=1\n",
                "db.url: jdbc:x\ndb.pool=5\ndb.password=hunter3\ncome=2\n"))
        .containsExactly(
            "data application.properties · db.pool: 10 → 5",
            "data application.properties · db.password: •••••• → •••••• (changed)",
            "data application.properties · gone: 1 (removed)",
            "data application.properties · come: 2 (added)");
  }

  @Test
  void anEnvFileKnowsItsExports() {
    assertThat(changes(".env", "export POOL=10\nHOST=a\n", "export POOL=5\nHOST=a\n"))
        .containsExactly("data .env · export POOL: 10 → 5");
  }

  @Test
  void sectionsOfAnIniFileStandBeforeTheirSettings() {
    assertThat(changes("my.ini", "[a]\nx=1\n[b]\nx=1\n", "[a]\nx=1\n[b]\nx=2\n"))
        .containsExactly("data my.ini · b.x: 1 → 2");
  }

  @Test
  void yamlAndJsonAreComparedByPath() {
    assertThat(
            changes(
                "app.yaml",
                "db: {pool: 10, hosts: [a, b]}\n",
                "db:\n  hosts: [a, c]\n  pool: 10\n"))
        .containsExactly("data app.yaml · db.hosts[1]: b → c");
    assertThat(
            changes(
                "app.json",
                "{\"db\":{\"pool\":10,\"credentials\":{\"x\":\"hunter2\"}}}",
                "{\"db\":{\"pool\":5,\"credentials\":{\"x\":\"hunter3\"}}}"))
        .containsExactly(
            "data app.json · db.pool: 10 → 5",
            "data app.json · db.credentials.x: •••••• → •••••• (changed)");
  }

  @Test
  void otherTextIsToldByItsLine() {
    assertThat(changes("nginx.conf", "server {\n  listen 80;\n}\n", "server {\n  listen 81;\n}\n"))
        .containsExactly("data nginx.conf: listen 80; → listen 81; (line 2)");
    assertThat(changes("run.sh", "a\nb\nc\n", "a\nx\ny\nc\n"))
        .containsExactly("data run.sh: b → x … (2 lines) (line 2)");
    assertThat(changes("run.sh", "a\nb\n", "a\nx\nb\n"))
        .containsExactly("data run.sh: nothing → x (line 2)");
    assertThat(changes("run.sh", "curl --token hunter2\nend\n", "curl --token hunter3\nend\n"))
        .containsExactly("data run.sh: nothing → nothing (changed)");
  }

  @Test
  void brokenYamlIsComparedByItsLines() {
    assertThat(changes("app.yaml", "a: {{ x }}\nb: 1\n", "a: {{ x }}\nb: 2\n"))
        .containsExactly("data app.yaml: b: 1 → b: 2 (line 2)");
  }

  @Test
  void aChangeOfCommentsAloneSaysSo() {
    assertThat(changes("app.properties", "# old\na=1\n", "# new\na=1\n"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("(only comments, blanks or order)");
  }

  @Test
  void aPlainSettingIsJustItsValue() {
    assertThat(changes("POOL", "10", "5")).containsExactly("data POOL: 10 → 5");
    assertThat(changes("DB_PASSWORD", "hunter2", "hunter3"))
        .containsExactly("data DB_PASSWORD: •••••• → •••••• (changed)");
    assertThat(changes("secrets.properties", "a=hunter2\n", "a=hunter3\n"))
        .containsExactly("data secrets.properties · a: •••••• → •••••• (changed)");
  }

  private static List<String> changes(String key, String before, String after) {
    return ManifestDiff.compare(map(key, before), map(key, after), DiffOptions.MEANINGFUL)
        .changes()
        .stream()
        .peek(change -> assertThat(change.category()).isEqualTo(Category.CONFIGURATION))
        .map(FieldChange::describe)
        .toList();
  }

  private static dev.faultline.model.Manifest map(String key, String text) {
    var manifest = Yaml.manifest("apiVersion: v1\nkind: ConfigMap\n");
    return new dev.faultline.model.Manifest(
        manifest.tree().with(dev.faultline.model.json.Json.of(text), "data", key));
  }
}
