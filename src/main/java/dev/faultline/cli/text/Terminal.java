package dev.faultline.cli.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Where a verb writes, and whom it may ask.
 *
 * @param colour whether escape sequences are welcome
 */
public record Terminal(PrintWriter out, PrintWriter err, BufferedReader in, boolean colour) {

  /** Writes one line; of escape sequences only the colours of {@link #styled} get through. */
  public void line(String text) {
    out.println(colour ? Plain.withColoursOnly(text) : Plain.withoutEscapes(text));
  }

  /** Writes one sentence to the error stream. */
  public void complain(String sentence) {
    out.flush();
    err.println(Plain.withoutEscapes(sentence));
    err.flush();
  }

  /** Asks, and reads one line; empty if there is nobody to answer. */
  public Optional<String> ask(String question) {
    out.print(Plain.withoutEscapes(question));
    out.print(' ');
    out.flush();
    try {
      var answer = Optional.ofNullable(in.readLine()).map(String::strip);
      if (answer.isEmpty()) {
        out.println(); // Nobody typed the end of that line.
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text in the style, or plain where escape sequences are not welcome. */
  public String styled(Style style, String text) {
    String plain = Plain.withoutEscapes(text);
    return colour ? style.wrap(plain) : plain;
  }
}
