package dev.faultline.cluster;

import java.util.List;

/** The answer to asking for log lines. */
public sealed interface LogReading {

  /** The lines, oldest first. */
  record Lines(List<String> lines) implements LogReading {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** There are none to be had, and why. */
  record Unavailable(String reason) implements LogReading {}
}
