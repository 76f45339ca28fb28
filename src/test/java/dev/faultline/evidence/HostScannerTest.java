package dev.faultline.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostScannerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payment:8080 | payment:8080",
        "http://payment | payment",
        "HTTP://Payment.Shop:80/api?x=y | payment.shop:80",
        "payment.shop.svc | payment.shop.svc",
        "payment.shop.svc.cluster.local. | payment.shop.svc.cluster.local",
        "jdbc:postgresql://db:5432/orders | db:5432",
        "jdbc:sqlserver://db:1433;databaseName=orders | db:1433",
        "jdbc:oracle:thin:@db:1521:xe | db:1521",
        "jdbc:oracle:thin:@//db:1521/xe | db:1521",
        "mongodb://u:p@a:27017,b:27018/x?replicaSet=r | a:27017 b:27018",
        "mongodb+srv://u:p@cluster.shop.svc/x | cluster.shop.svc",
        "postgresql+psycopg2://u:p%40ss@db/x | db",
        "u:pw@tcp(db:3306)/x | db:3306",
        "PLAINTEXT://a:9092,PLAINTEXT://b:9092 | a:9092 b:9092",
        "a:9092,b:9092 | a:9092 b:9092",
        "s3://key:pw@minio.shop.svc.cluster.local:9000/b | minio.shop.svc.cluster.local:9000",
        "s3://minio.shop.svc/b | minio.shop.svc",
        "s3a://minio:9000/b | minio:9000",
        "dns:///payment.shop:50051 | payment.shop:50051",
        "dns:payment:50051 | payment:50051",
        "lb://PAYMENT | payment",
        "redis://:secret@cache:6379/0 | cache:6379",
        "amqp://user:1234@broker:5672/v | broker:5672",
        "see http://payment, then go | payment",
        "(http://payment:80) | payment:80",
      })
  void theFormsOfTheWorldAreFound(String text, String hosts) {
    assertThat(found(text)).containsExactly(hosts.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment",
        "10.0.0.1:80",
        "localhost:8080",
        "http://127.0.0.1/",
        "12:30:45",
        "registry.example.org/shop/redis:7.2",
        "library/redis:7",
        "s3://orders/today",
        "s3://key:secret@orders/today",
        "docker://registry:5000/redis",
        "unix:///var/run/db:1",
        "http://${HOST}:80",
        "http://payment-${ENV}:80",
        "user:1234@",
        "a:99999",
        "file:///payment:80",
        "-Xmx512m",
        "",
      })
  void whatIsNoHostIsLeft(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Property(tries = 2000)
  void noTextMakesItFail(
      @ForAll
          @StringLength(max = 200)
          @CharRange(from = 'a', to = 'c')
          @Chars({':', '/', '@', ',', '.', '-', '1', '9', ' ', '$', '{', '[', '\u0000', '\ud83d'})
          String text) {
    assertThat(HostScanner.scan(text))
        .allSatisfy(mention -> assertThat(HostName.normal(mention.host().host())).isPresent());
  }

  /** Each of these made some regular expression of the trade run for hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.", "a:", "a://", "a@", "a,", "a:1", "a://b@", "a://b,", "${", "$("})
  void aHugeValueIsReadInOnePass(String piece) {
    var bomb = piece.repeat(50_000_000 / piece.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HostScanner.scan(bomb));
  }

  private static List<String> found(String text) {
    return HostScanner.scan(text).stream()
        .map(Mention::host)
        .map(host -> host.host() + (host.port().isPresent() ? ":" + host.port().getAsInt() : ""))
        .toList();
  }
}
