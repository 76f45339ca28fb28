package dev.faultline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the window stands in the bundle, and nothing stands there for nobody. */
class MessagesTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/faultline");

  /** A literal that begins like a key is one: {@code "map.fit"}. */
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:app|shell|connect|map|services|service|diff|rollback|progress|journal|interrupted|settings|error|control)"
              + "(?:\\.[a-z][A-Za-z0-9-]*)+)\"");

  /** A text that a person would read, written where it can't be translated. */
  private static final Pattern RAW =
      Pattern.compile(
          "(?:new (?:Cut)?Label|setText|setPromptText|new Button)\\(\"[^\"]*[A-Za-z]{2}");

  @Test
  void noKeyIsMissingAndNoneIsUnused() throws IOException {
    var used = new TreeSet<String>();
    sources().forEach(source -> KEY.matcher(source).results().forEach(r -> used.add(r.group(1))));
    var defined = new TreeSet<>(bundle().stringPropertyNames());

    var missing = new TreeSet<>(used);
    missing.removeAll(defined);
    var unused = new TreeSet<>(defined);
    unused.removeAll(used);

    assertThat(missing).as("add these lines to messages.properties").isEmpty();
    assertThat(unused).as("take these lines out of messages.properties").isEmpty();
    assertThat(used).hasSizeGreaterThan(100);
  }

  @Test
  void noTextStandsInTheCode() {
    assertThat(sources().flatMap(source -> RAW.matcher(source).results()).map(r -> r.group()))
        .as("texts belong into messages.properties")
        .isEmpty();
  }

  @Test
  void numbersAreWrittenPlainlyAndOneIsOne() {
    var words = new Messages(Locale.ENGLISH);

    assertThat(words.count("services.one", "services.some", 1)).isEqualTo("1 service");
    assertThat(words.count("services.one", "services.some", 12_345)).isEqualTo("12345 services");
  }

  private static Properties bundle() throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
      properties.load(in);
    }
    return properties;
  }

  private static Stream<String> sources() {
    return Stream.of("ui", "app").map(SOURCES::resolve).flatMap(MessagesTest::below);
  }

  private static Stream<String> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(MessagesTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
