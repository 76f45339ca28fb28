package dev.faultline.ui.fx;

import dev.faultline.concurrent.Outcome;
import dev.faultline.text.FileTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Writes files that a person asked for, off the FX thread, and says what became of them. Each is
 * written beside and then moved: it is there whole or not at all, and what was there before stays
 * until then.
 */
public final class FileSaver {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final ScreenTools tools;

  public FileSaver(ScreenTools tools) {
    this.tools = tools;
  }

  /** Fills a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Begins to write.
   *
   * @param what the task, in words for people
   * @param done the sentence to say once the file is there
   */
  public void save(String what, Path file, Content content, String done) {
    tools
        .background()
        .start(what, DEADLINE, () -> written(file, content, done))
        .whenDone(end -> tell(what, file, end));
  }

  /** What a person is told: that it is there, or why not. */
  private String written(Path file, Content content, String done) {
    try {
      write(file, content);
      return done;
    } catch (IOException e) {
      return tools.say("control.notSaved", file.toString(), FileTrouble.words(e));
    }
  }

  private static void write(Path file, Content content) throws IOException {
    var beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (var out = Files.newOutputStream(beside)) {
        content.writeTo(out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void tell(String what, Path file, Outcome<String> end) {
    switch (end) {
      case Outcome.Done<String>(String sentence) -> tools.dialogs().tell(sentence);
      case Outcome.Failed<String>(Throwable cause) -> tools.dialogs().failed(what, cause);
      case Outcome.TimedOut<String>(Duration after) ->
          tools
              .dialogs()
              .tell(tools.say("control.saveTooSlow", file.toString(), after.toMinutes()));
      case Outcome.Cancelled<String> _ -> {
        // The window is being closed.
      }
    }
  }
}
