package dev.faultline.rollback.journal;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines of JSON that only ever grow. A line counts once it is on the disk; several processes may
 * write at the same time, and each may die at any moment.
 */
final class JournalFile {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

  private final Path folder;
  private final Path file;

  /**
   * Locked by whoever writes, and never read: on POSIX systems a process that closes a file lets go
   * of all its locks on it, so that a reader of the lines would free them for another writer.
   */
  private final Path lockFile;

  /** For the same reason the threads of this process take turns by themselves. */
  private final ReentrantLock turn = new ReentrantLock();

  JournalFile(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name + ".jsonl");
    this.lockFile = folder.resolve(name + ".lock");
  }

  Path path() {
    return file;
  }

  /**
   * Adds a line and waits until the disk has it; a line that can't be kept leaves no trace. Whoever
   * is interrupted stays so, after the line is written: an interrupt ends a watch, and how that
   * ended belongs into the journal.
   */
  void append(JsonObject line) throws IOException {
    turn.lock();
    boolean interrupted = Thread.interrupted();
    try {
      while (!isAppended(line)) {
        interrupted = Thread.interrupted() | interrupted;
      }
    } finally {
      turn.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether it was; if not, an interrupt closed the file under us. */
  private boolean isAppended(JsonObject line) throws IOException {
    try {
      appendOnce(line);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  private void appendOnce(JsonObject line) throws IOException {
    boolean isNew = create();
    try (var locked =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock(locked);
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        write(channel, (endsTorn(channel, end) ? "\n" : "") + JsonCodec.write(line) + "\n");
        channel.force(true);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    }
    if (isNew) {
      forceFolder();
    }
  }

  private boolean create() throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.createDirectories(folder);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    try {
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      return true;
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return false; // another process was first, and the file is what was wanted
    }
  }

  /** Whether whoever wrote last died in mid-line: the next line must not be glued to it. */
  private static boolean endsTorn(FileChannel channel, long end) throws IOException {
    if (end == 0) {
      return false;
    }
    var last = ByteBuffer.allocate(1);
    channel.read(last, end - 1);
    return last.get(0) != '\n';
  }

  private static void write(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Other processes make us wait; another journal of this process is refused by the JDK. */
  private static FileLock lock(FileChannel channel) throws IOException {
    long patience = LONGEST_WAIT.dividedBy(BETWEEN_TRIES);
    for (long attempt = 0; attempt < patience; attempt++) {
      try {
        var lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // held by this process: wait like for any other
      }
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClosedByInterruptException();
      }
    }
    throw new IOException("another Faultline holds it for more than 5 s");
  }

  /** A new file's name is on the disk only when its folder is; some systems can't do that. */
  private void forceFolder() throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
