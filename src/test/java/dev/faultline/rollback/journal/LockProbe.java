package dev.faultline.rollback.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process, asked whether it could lock a file. */
final class LockProbe {

  /** The exit code if it could not. */
  static final int HELD = 3;

  private LockProbe() {}

  public static void main(String... arguments) throws IOException {
    try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      System.exit(lock == null ? HELD : 0);
    }
  }
}
