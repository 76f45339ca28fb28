package dev.faultline.realcluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end, within a time limit. */
final class Command {

  private static final Executor READERS = task -> Thread.ofVirtual().start(task);

  private Command() {}

  static CommandResult run(Duration atMost, List<String> words) {
    String command = String.join(" ", words);
    try {
      Process process = new ProcessBuilder(words).start();
      process.getOutputStream().close();
      var stdout = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), READERS);
      var stderr = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), READERS);
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        // Asked to end, a script still takes down what it started; killed, it could not.
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
        throw new AssertionError("%s was not done after %s".formatted(command, atMost));
      }
      return new CommandResult(command, process.exitValue(), stdout.join(), stderr.join());
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + command, e);
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
