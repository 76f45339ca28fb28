package dev.faultline.rollback.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Shows other processes that a rollback is being worked on: a locked file, which the operating
 * system unlocks whatever way its holder ends.
 */
public final class RunningMark implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final Set<String> ours;

  private RunningMark(Path file, FileChannel channel, Set<String> ours) {
    this.file = file;
    this.channel = channel;
    this.ours = ours;
  }

  /**
   * @param ours what this process works on, for as long as it does
   */
  static RunningMark set(Path folder, String id, Set<String> ours) throws IOException {
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
    ours.add(id);
    return new RunningMark(file, channel, ours);
  }

  /** Whether another process that is alive works on it. */
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
    try {
      channel.close();
      Files.deleteIfExists(file);
    } finally {
      ours.remove(file.getFileName().toString());
    }
  }
}
