package dev.faultline.cluster.manifests;

import java.util.ArrayList;
import java.util.List;

/** Splits a YAML file at its document marks, so that one bad document costs only itself. */
final class Documents {

  /**
   * One document.
   *
   * @param firstLine the line of the file it begins on, counted from 1
   */
  record Document(String text, int firstLine) {}

  private Documents() {}

  static List<Document> split(String text) {
    var documents = new ArrayList<Document>();
    int start = 0;
    int firstLine = 1;
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      if (isMark(text, at)) {
        add(documents, text.substring(start, at), firstLine);
        // What follows the mark on its line belongs to the document.
        start = at;
        firstLine = line;
      }
      at = next;
      line++;
    }
    add(documents, text.substring(start), firstLine);
    return documents;
  }

  private static boolean isMark(String text, int at) {
    return text.startsWith("---", at)
        && (at + 3 >= text.length() || Character.isWhitespace(text.charAt(at + 3)));
  }

  private static void add(List<Document> documents, String text, int firstLine) {
    boolean empty =
        text.lines()
            .map(String::strip)
            .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
    if (!empty) {
      documents.add(new Document(text, firstLine));
    }
  }
}
