package dev.faultline.rollback.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Shows other processes that a rollback is being worked on: a locked file, which the operating
 * system unlocks whatever way its holder ends.
 */
public final class RunningMark implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private RunningMark(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static RunningMark set(Path folder, String id) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve(id);
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException(id + " is being worked on by another Faultline");
      }
    } catch (OverlappingFileLockException | IOException e) {
      channel.close();
      throw new IOException("no lock is to be had on " + file.getFileName(), e);
    }
    return new RunningMark(file, channel);
  }

  /** Whether somebody alive works on it. */
  static boolean isSet(Path folder, String id) {
    var file = folder.resolve(id);
    if (!Files.exists(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false; // gone in between: its holder has just ended
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
