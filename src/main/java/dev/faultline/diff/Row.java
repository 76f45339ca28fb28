package dev.faultline.diff;

import java.util.List;

/** A row of a text diff, with line numbers from 1: the same rows serve one column and two. */
public sealed interface Row {

  /** A piece of a line. */
  record Piece(String text, boolean marked) {}

  /** A line that both sides have. */
  record Same(int before, int after, String text) implements Row {}

  /** A line that only the old side has. */
  record Removed(int before, List<Piece> pieces) implements Row {
    public Removed {
      pieces = List.copyOf(pieces);
    }
  }

  /** A line that only the new side has. */
  record Added(int after, List<Piece> pieces) implements Row {
    public Added {
      pieces = List.copyOf(pieces);
    }
  }

  /** A line that became another; marked is what differs. */
  record Changed(int before, int after, List<Piece> old, List<Piece> now) implements Row {
    public Changed {
      old = List.copyOf(old);
      now = List.copyOf(now);
    }
  }

  /** Equal lines that are not shown. */
  record Folded(int before, int after, int count) implements Row {}

  /** The text of a line in pieces. */
  static String text(List<Piece> pieces) {
    return String.join("", pieces.stream().map(Piece::text).toList());
  }
}
