package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text hides hunter2 (or s3cr, which odd spellings are made of) and still says the rest. */
class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://app:hunter2@db:5432/orders",
        "postgresql://app:hunter2@db/orders?sslmode=require",
        "postgresql://:hunter2@db/orders",
        "redis://:hunter2@cache:6379/0",
        "https://hunter2@github.com/acme/shop.git",
        "postgres://app:p%40hunter2@db/orders",
        "postgres://app:hunter2@x@db/orders",
        "postgres://app:hunter2/x@db/orders",
        "postgres://app:x?hunter2@db/orders",
        "postgres://app:x#hunter2@db/orders",
        "postgres://app:x'hunter2@db/orders",
        "amqp://app:12345/hunter2@mq/vhost",
        "amqp://a:hunter2@mq1,amqp://b:hunter2@mq2",
        "mongodb://app:hunter2@m1:27017,m2:27017/shop?replicaSet=rs",
        "mongodb+srv://app:hunter2@cluster0.example.net/shop",
        "jdbc:postgresql://db/orders?user=app&password=hunter2&ssl=true",
        "jdbc:mysql://app:hunter2@db/orders",
        "jdbc:sqlserver://db;user=sa;password=hunter2;encrypt=true",
        "jdbc:sqlserver://db;user=sa;password={hunter2;x};encrypt=true",
        "jdbc:oracle:thin:scott/hunter2@//db:1521/orders",
        "app:hunter2@tcp(db:3306)/orders",
        "DB_DSN=app:hunter2@tcp(db:3306)/orders?parseTime=true",
        "dsn: \"app:x@hunter2/y@tcp(db:3306)/orders\"",
        "app:hunter2@unix(/run/mysqld.sock)/orders",
        "https://a.blob.core.windows.net/c?sv=2024&sig=hunter2&se=1",
        "SharedAccessSignature sr=hub&sig=hunter2&se=1",
        "{\"auths\":{\"registry.example\":{\"auth\": \"hunter2hunter2==\"}}}",
        "{\"url\":\"https:\\/\\/app:hunter2@db\\/x\"}",
        "url=\"redis://:hunter2@cache\" next",
        "https://shop/cb?token=hunter2",
        "https://shop/cb?a=b&password=hunter2#top",
        "https://shop/cb?a=b\\u0026password=hunter2\\u0026c=d",
        "https://maps/api?key=hunter2&v=3",
        "Server=db;Database=orders;User Id=sa;Password=hunter2;Encrypt=true",
        "Server=db;Password=\"hunter2;x\";Encrypt=true",
        "Server=db;Pwd='hunter2 x';Encrypt=true",
        "Server=db;Password=a b,hunter2;Encrypt=true",
        "Password=hunter2;Server=db",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2==;EndpointSuffix=x",
        "host=db user=app password=hunter2 dbname=orders",
        "host=db password='a hunter2' dbname=orders",
        "DB_PASSWORD=hunter2",
        "DB_PASSWORD=a b;c&d,hunter2",
        "export DB_PASSWORD=hunter2",
        "# DB_PASSWORD=hunter2",
        "db.password = hunter2",
        "db.password: hunter2",
        "db.password:hunter2",
        "db.password=a\\\n  hunter2",
        "password: \"a\\\"hunter2\"",
        "password: 'it''s hunter2'",
        "password: \"a\n  hunter2\"",
        "password: |\n  hunter2\n  x\nuser: app",
        "password: >-\n  hunter2\n\n  x\nuser: app",
        "password:\n  hunter2",
        "tokens:\n- hunter2\nuser: app",
        "credentials:\n  db:\n    x: hunter2\nuser: app",
        "{\"password\":\"hunter2\",\"user\":\"app\"}",
        "{\"password\": \"a\\\"hunter2\"}",
        "{\"apiKey\":\"hunter2\"}",
        "{\"tokens\":[\"a\",\"hunter2\"],\"user\":\"app\"}",
        "{\"credentials\":{\"a\":\"hunter2\"},\"user\":\"app\"}",
        "{\\\"password\\\":\\\"hunter2\\\",\\\"user\\\":\\\"app\\\"}",
        "{password: hunter2, user: app}",
        "Config(user=app, password=hunter2, port=1)",
        "password = \"\"\"\nhunter2\n\"\"\"",
        "<password>hunter2</password>",
        "<property name=\"password\" value=\"hunter2\"/>",
        "<property name=\"db.password\">hunter2</property>",
        "<entry key=\"db.password\">hunter2</entry>",
        "<entry key=\"db.password\" value=\"hunter2\"/>",
        "key=hunter2password",
        "password=\"a\"hunter2",
        "password={a}hunter2",
        "password={a} hunter2",
        "- name: DB_PASSWORD\n  value: hunter2",
        "{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2\"}",
        "mysql --password=hunter2 -h db",
        "mysql --password hunter2 -h db",
        "- --password\n- hunter2",
        "[\"--password\",\"hunter2\"]",
        "[\"--password\", \"hunter2\"]",
        "curl -H \"Authorization: Bearer hunter2hunter2\" https://shop",
        "curl -H 'X-Api-Key: hunter2' https://shop",
        "Authorization: Basic hunter2hunter2",
        "Proxy-Authorization: Digest hunter2 hunter2",
        "login with token: hunter2 failed",
        "password => 'hunter2'",
        "API key: hunter2",
        "connecting with password=hunter2 to db",
      })
  void theSecretIsHidden(String text) {
    var shown = Redaction.text(text);

    assertThat(shown).doesNotContain("hunter2").contains(Redaction.MASK);
    assertThat(shown.lines().count()).as("lines").isEqualTo(text.lines().count());
    assertThat(Redaction.text(shown)).as("redacted twice").isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://app:x@db:5432/orders | postgres://••••••@db:5432/orders",
        "https://a/?q=1&token=x&p=2 | https://a/?q=1&token=••••••&p=2",
        "Server=db;Password=x;Encrypt=true | Server=db;Password=••••••;Encrypt=true",
        "Password=x;Server=db | Password=••••••;Server=db",
        "host=db password=x dbname=orders | host=db password=•••••• dbname=orders",
        "mysql --password x -h db | mysql --password •••••• -h db",
        "DB_DSN=app:x@tcp(db:3306)/orders | DB_DSN=••••••@tcp(db:3306)/orders",
        "sv=2024&sig=x&se=1 | sv=2024&sig=••••••&se=1",
        "{\"password\":\"x\",\"user\":\"app\"} | {\"password\":\"••••••\",\"user\":\"app\"}",
        "{\"password\":12345,\"user\":\"app\"} | {\"password\":••••••,\"user\":\"app\"}",
        "curl -H \"X-Token: x y\" https://a | curl -H \"X-Token: ••••••\" https://a",
        "mongodb://a:x@m1:1,m2:2/shop | mongodb://••••••@m1:1,m2:2/shop",
        "Config(user=app, password=x, port=1) | Config(user=app, password=••••••, port=1)",
        "{\"tokens\":[\"x\"],\"user\":1} | {\"tokens\":[••••••],\"user\":1}",
        "<password>x</password> | <password>••••••</password>",
        "with token: x failed | with token: •••••• failed",
      })
  void whatStandsAroundTheSecretStays(String text, String shown) {
    assertThat(Redaction.text(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://order.shop.svc:8080/health",
        "http://nexus:8081/@acme/ui",
        "https://registry.npmjs.org/@acme/ui?mail=a@b",
        "http://[::1]:8080/a@b",
        "shop/token:1.5.0",
        "token:8080",
        "token:latest",
        "http://token:8080/secret",
        "secretName: payment-db",
        "secretKeyRef:\n  name: payment-db\n  key: url",
        "imagePullSecrets are missing",
        "automountServiceAccountToken: true",
        "tokenExpirationSeconds: 3600",
        "password: ${DB_PASSWORD}",
        "password: \"$(DB_PASSWORD)\"",
        "password:",
        "password=",
        "password: {{ .Values.password }}",
        "no such key: DB_HOST",
        "KEYBOARD=qwerty",
        "at 12:30:45 the rollout of shop/payment failed: image not found",
        "secret://path",
        "bearer authentication",
        "user@example.com",
        "listening on tcp(0.0.0.0:80)",
        "sig=SIGTERM",
        "{\"auth\":\"oidc\"}",
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Redaction.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "github_pat_11ABCDEFG0123456789_abcdefghij",
        "glpat-abcdefghij0123456789",
        "xoxb-123456789012-abcdefghijkl",
        "sk_live_0123456789abcdef",
        "AIzaSyA0123456789abcdefghijklmnopqrstuv",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "hvs.CAESIJ0123456789abcdef",
        "npm_0123456789abcdefghijklmnopqrstuvwxyz",
        "SG.abcdefghijklmnopqrst.abcdefghijklmnopqrstuvwxyz",
      })
  void aTokenIsKnownByItsShapeUnderAnyName(String token) {
    assertThat(Redaction.text("using " + token + ", then"))
        .isEqualTo("using " + Redaction.MASK + ", then");
    assertThat(Redaction.value("NOTE", token)).isEqualTo(Redaction.MASK);
  }

  @Test
  void aBearerAndAWebhookAreHiddenWhereverTheyStand() {
    assertThat(Redaction.text("sent Bearer abc.DEF-123 to it"))
        .isEqualTo("sent Bearer •••••• to it");
    assertThat(Redaction.text("https://hooks.slack.com/services/T00/B00/XXXX"))
        .isEqualTo("https://hooks.slack.com/services/••••••");
  }

  @Test
  void aPrivateKeyIsHiddenLineByLineAndACertificateStays() {
    var key =
        "-----BEGIN RSA PRIVATE KEY-----\nMIIabc\nhunter2\n-----END RSA PRIVATE KEY-----\nafter\n";
    var certificate = "-----BEGIN CERTIFICATE-----\nMIIabc\n-----END CERTIFICATE-----\n";

    assertThat(Redaction.text(certificate + key))
        .isEqualTo(
            certificate
                + "-----BEGIN RSA PRIVATE KEY-----\n••••••\n••••••\n-----END RSA PRIVATE KEY-----\n"
                + "after\n");
    assertThat(Redaction.text("x -----BEGIN PRIVATE KEY-----\\nMIIabc\\n-----END PRIVATE KEY-----"))
        .doesNotContain("MIIabc");
    assertThat(Redaction.text("-----BEGIN EC PRIVATE KEY-----\nMIIabc")).doesNotContain("MIIabc");
  }

  @Test
  void aValueIsHiddenByItsNameUnlessItIsASwitchOrAPlaceholder() {
    assertThat(Redaction.value("DB_PASSWORD", "hunter2")).isEqualTo(Redaction.MASK);
    assertThat(Redaction.value("DB_PASSWORD", "")).isEmpty();
    assertThat(Redaction.value("USE_TOKEN", "true")).isEqualTo("true");
    assertThat(Redaction.value("DB_PASSWORD", "${OTHER}")).isEqualTo("${OTHER}");
    assertThat(Redaction.value("DB_PASSWORD", "${OTHER:hunter2}")).isEqualTo(Redaction.MASK);
    assertThat(Redaction.value("DB_URL", "postgres://a:b@db")).isEqualTo("postgres://••••••@db");
    assertThat(Redaction.value("PAYMENT_HOST", "token:8080")).isEqualTo("token:8080");
  }

  @Test
  void argumentsAreHiddenByTheirFlags() {
    assertThat(
            Redaction.arguments(
                List.of("--db-password=a b", "--token", "x", "--user", "app", "--password", "-v")))
        .containsExactly(
            "--db-password=••••••", "--token", "••••••", "--user", "app", "--password", "-v");
    assertThat(Redaction.arguments(List.of("-c", "mysql --password=x -h db")))
        .containsExactly("-c", "mysql --password=•••••• -h db");
    assertThat(Redaction.arguments(List.of("--token", "$(TOKEN)", "PGPASSWORD=x")))
        .containsExactly("--token", "$(TOKEN)", "PGPASSWORD=••••••");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://",
        "a://",
        "a:b@",
        "password=",
        "password: ",
        "token:[",
        "token:{",
        "token=\"",
        "token='",
        "\"",
        "'",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "-----END",
        "jdbc:oracle:",
        "jdbc:oracle:thin:",
        "eyJ",
        "eyJa.",
        "Bearer ",
        "ghp_",
        "--token ",
        "--token\n- ",
        "key: ",
        "name=\"token\" ",
        "=",
        ":",
        "<password>",
        "password:\n",
        "password: |\n",
        "a_",
        "password",
        "@",
        "/",
        "\\",
        "\\\"",
        " ",
        "\n",
        "password=\\\n",
        "Password=x;",
        "?token=",
        "{\"password\":",
        "sk-",
        "AKIA",
        "token: \"\"\"",
        "http://a:b?",
        "secretKeyRef: ",
        "a@tcp(",
        "a:",
        "&sig="
      })
  @Tag("timing")
  void noTextTakesLonger(String part) {
    var text = part.repeat(400_000 / part.length());

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Redaction.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password:-----END PRIVATE KEY-----\npassword-----END PRIVATE KEY-----",
        "password:-----BEGIN CERTIFICATE-----\nMIIabc\n-----END PRIVATE KEY-----",
        "-----END PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----"
      })
  void everyEndOfAKeyCountsWhateverStandsBeforeIt(String text) {
    var once = Redaction.text(text);

    assertThat(once).doesNotContain("MIIabc").doesNotContain("password-----");
    assertThat(Redaction.text(once)).isEqualTo(once);
  }

  @Property(tries = 5000)
  void redactingTwiceGivesTheSameAndLinesStay(@ForAll("texts") String text) {
    var once = Redaction.text(text);

    assertThat(Redaction.text(once)).isEqualTo(once);
    assertThat(lines(once)).isEqualTo(lines(text));
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "password",
            "token",
            "key",
            "name",
            "value",
            "a",
            "b c",
            "=",
            ":",
            ": ",
            " ",
            "\n",
            "\n  ",
            "\"",
            "'",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            "&",
            "?",
            "http://",
            "@",
            "/",
            "|",
            ">",
            "<",
            "</",
            "--",
            "- ",
            "Bearer ",
            "eyJabcdefgh.abcdefgh",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            "-----BEGIN CERTIFICATE-----",
            "-----END CERTIFICATE-----",
            "\r\n",
            "#",
            "8080")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
