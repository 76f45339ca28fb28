package dev.faultline.app;

import dev.faultline.model.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log: a few files of bounded size in the user's folder, secrets hidden. */
final class LogFile {

  private static final int LARGEST = 2_000_000;
  private static final int FILES = 3;

  private LogFile() {}

  /**
   * Sends the log to the file. Where it cannot be written there is no log: that is not worth
   * refusing the verb at three in the morning.
   *
   * @param file the newest of them, such as {@code faultline.0.log}
   */
  static void open(Path file) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new LazyHandler(file));
  }

  /** Opens the file at the first record, so that a quiet run costs nothing. */
  private static final class LazyHandler extends Handler {
    private final Path file;
    private Handler behind = new NoHandler();
    private boolean opened;

    LazyHandler(Path file) {
      this.file = file;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      if (!opened) {
        opened = true;
        behind = openFile();
      }
      behind.publish(entry);
    }

    private Handler openFile() {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var handler = new FileHandler(pattern(), LARGEST, FILES, true);
        handler.setFormatter(new OneLine());
        handler.setEncoding("UTF-8");
        return handler;
      } catch (IOException e) {
        return new NoHandler();
      }
    }

    /** A percent sign has a meaning of its own in the handler's pattern; %g is 0 for the newest. */
    private String pattern() {
      return file.toString().replace("%", "%%").replaceFirst("\\.0\\.log$", ".%g.log");
    }

    @Override
    public synchronized void flush() {
      behind.flush();
    }

    @Override
    public synchronized void close() {
      behind.close();
    }
  }

  private static final class NoHandler extends Handler {
    @Override
    public void publish(LogRecord entry) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Time, level, who and what; a stack trace below it. */
  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord entry) {
      var text = new StringWriter();
      var out = new PrintWriter(text);
      out.printf(
          "%s %-7s %s: %s%n",
          entry.getInstant(),
          entry.getLevel().getName(),
          entry.getLoggerName(),
          formatMessage(entry));
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(out);
      }
      out.flush();
      return Redaction.text(text.toString());
    }
  }
}
