package dev.faultline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.concurrent.Background;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and logs are written whole or not at all, and a person is told which. */
class FileSaverTest {

  @TempDir Path folder;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Background background =
      new Background("saving", (what, cause) -> told.add("fault: " + cause));
  private final FileSaver saver =
      new FileSaver(
          new ScreenTools(
              new Messages(Locale.ENGLISH),
              Runnable::run,
              background,
              Clock.systemUTC(),
              new Recorder()));

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void whatIsWrittenIsThereOnceItIsSaid() throws Exception {
    var file = folder.resolve("map.svg");

    saver.save("writing", file, out -> out.write(bytes("whole")), "done");

    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(file).hasContent("whole");
    assertOnly("map.svg");
  }

  @Test
  void aDiskThatIsFullCostsNothingOfWhatWasThere() throws Exception {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no device that is always full");
    var file = Files.writeString(folder.resolve("map.svg"), "of yesterday");

    saver.save(
        "writing",
        file,
        out -> {
          out.write(bytes("half of it"));
          try (var disk = new FileOutputStream(full.toFile())) {
            disk.write(bytes("the other half"));
          }
        },
        "done");

    assertThat(told.poll(20, TimeUnit.SECONDS))
        .startsWith(file + " could not be written: No space left on device.")
        .contains("choose another folder");
    assertThat(file).hasContent("of yesterday");
    assertOnly("map.svg");
  }

  @Test
  void aFolderThatIsNoneIsSaid() throws Exception {
    var file = Files.writeString(folder.resolve("notes"), "a file").resolve("map.svg");

    saver.save("writing", file, out -> out.write(bytes("whole")), "done");

    assertThat(told.poll(20, TimeUnit.SECONDS)).contains("could not be written: Not a directory.");
  }

  @Test
  void aFolderThatIsGoneIsSaid() throws Exception {
    var file = folder.resolve("gone").resolve("map.svg");

    saver.save("writing", file, out -> out.write(bytes("whole")), "done");

    assertThat(told.poll(20, TimeUnit.SECONDS)).contains("no such file or folder");
  }

  private void assertOnly(String name) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final class Recorder extends Refusing {
    @Override
    public void tell(String sentence) {
      told.add(sentence);
    }

    @Override
    public void failed(String what, Throwable cause) {
      told.add("failed: " + cause);
    }
  }
}
