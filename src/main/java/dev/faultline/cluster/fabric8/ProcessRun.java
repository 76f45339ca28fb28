package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command run to its end, or killed at its deadline. Its output is bounded. */
record ProcessRun(int exitCode, String output, String errors) {

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** It was still running at its deadline, and was killed. */
  static final class TooSlowException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Standard input is closed: nobody is there to answer. */
  static ProcessRun run(ProcessBuilder builder, Duration deadline)
      throws IOException, InterruptedException {
    var process = builder.start();
    try {
      process.getOutputStream().close();
      var output = drain(process.getInputStream());
      var errors = drain(process.getErrorStream());
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooSlowException();
      }
      return new ProcessRun(process.exitValue(), take(output), take(errors));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<String> drain(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .name("plugin output")
        .start(
            () -> {
              try (stream) {
                text.complete(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
              } catch (IOException e) {
                text.completeExceptionally(e);
              } catch (Error e) {
                text.completeExceptionally(e);
              }
            });
    return text;
  }

  /** A child that outlives the command may hold its pipes open: no endless wait for it. */
  private static String take(CompletableFuture<String> text)
      throws IOException, InterruptedException {
    try {
      return text.get(2, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TooSlowException();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof IOException io
          ? io
          : new UncheckedIOException(new IOException(e.getCause())).getCause();
    }
  }
}
