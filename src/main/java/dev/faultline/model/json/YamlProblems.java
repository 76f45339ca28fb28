package dev.faultline.model.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Puts the parser's complaints into words of our own: its own quote the text, which may be a
 * secret.
 */
final class YamlProblems {

  private static final String SOMETHING = "this is not YAML";

  /** What the parser's sentences contain, and what we say. */
  private static final Map<String, String> WORDS = words();

  private YamlProblems() {}

  static MalformedTextException describe(YamlEngineException problem, String text) {
    if (problem instanceof MarkedYamlEngineException marked) {
      var place = marked.getProblemMark().or(marked::getContextMark);
      return at(place, words(String.valueOf(marked.getProblem())));
    }
    if (problem instanceof ReaderException unreadable) {
      int end = text.offsetByCodePoints(0, Math.min(unreadable.getPosition(), codePoints(text)));
      long line = text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
      return new MalformedTextException("line " + line + ": a character that YAML doesn't allow");
    }
    return new MalformedTextException("line 1: " + SOMETHING);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  static MalformedTextException at(Optional<Mark> place, String problem) {
    var where =
        place.map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1) + ": ");
    return new MalformedTextException(where.orElse("") + problem);
  }

  private static String words(String problem) {
    return WORDS.entrySet().stream()
        .filter(entry -> problem.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(SOMETHING);
  }

  private static Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    words.put("TAB", "a tab where only spaces may stand");
    words.put("cannot start any token", "a character that begins nothing in YAML");
    words.put("mapping values are not allowed", "a colon where no mapping can begin");
    words.put("could not find expected ':'", "a key without its colon");
    words.put("unexpected end of stream", "the text ends inside a quoted value");
    words.put("expected <block end>", "this line's indentation fits no line above");
    words.put("expected ',' or", "a list or mapping in brackets isn't closed");
    words.put("unknown escape character", "a backslash before what can't be escaped");
    words.put("expected the node content", "a value is missing");
    words.put("expected '<document start>'", "text where a document should begin");
    return java.util.Collections.unmodifiableMap(words);
  }
}
