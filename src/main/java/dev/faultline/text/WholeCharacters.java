package dev.faultline.text;

import java.io.Reader;

/**
 * Hands out a text piece by piece, none of which ends in the middle of a character: the parser of
 * YAML fails where the two halves of one lie in different pieces.
 */
public final class WholeCharacters extends Reader {

  private final String text;
  private int at;

  public WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (at >= text.length()) {
      return -1;
    }
    int end = Math.min(at + length, text.length());
    if (end < text.length() && end - at > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(at, end, into, offset);
    int read = end - at;
    at = end;
    return read;
  }

  @Override
  public void close() {
    // A text needs no closing.
  }
}
