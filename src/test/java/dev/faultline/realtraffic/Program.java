package dev.faultline.realtraffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which ends with the test, and with the JVM at the latest. */
final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final Thread atExit;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static Program start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(folder);
      var log = folder.resolve("log");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      return new Program(
          builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new AssertionError(
          command.getFirst() + " can't be started; src/test/traffic/README.md says what to install",
          e);
    }
  }

  /** Runs a program to its end, which must be a good one. */
  static void run(Path folder, List<String> command) throws InterruptedException {
    var program = start(folder, Map.of(), command);
    try (program) {
      if (!program.process.waitFor(5, TimeUnit.MINUTES) || program.process.exitValue() != 0) {
        throw new AssertionError(command + " failed:\n" + program.said());
      }
    }
  }

  /** A port that is free now. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is ready to answer. */
  Program awaitAnswer(URI uri) throws InterruptedException {
    return awaitAnswer(uri, Optional.empty());
  }

  /** The same of a server that wants to know who asks. */
  Program awaitAnswer(URI uri, Optional<String> authorization) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          var request = HttpRequest.newBuilder(uri);
          authorization.ifPresent(value -> request.header("Authorization", value));
          var answer = client.send(request.build(), BodyHandlers.discarding());
          // 503: it is starting; 401: whoever asks does not get to hear even that.
          if (answer.statusCode() != 503 && answer.statusCode() != 401) {
            return this;
          }
        } catch (IOException e) {
          // Not there yet.
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("no answer from " + uri + ":\n" + said());
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(no log)";
    }
  }

  @Override
  public void close() throws InterruptedException {
    // Nothing of it is needed any more, and some take ten seconds to say good-bye.
    process.destroyForcibly().waitFor();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
