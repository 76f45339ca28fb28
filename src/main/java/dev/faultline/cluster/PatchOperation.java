package dev.faultline.cluster;

import dev.faultline.model.json.Json;
import java.util.List;

/** One operation of a JSON patch (RFC 6902); the path is a list of unescaped names and indices. */
public sealed interface PatchOperation {

  List<String> path();

  /** Adds or replaces a member, or inserts into an array ({@code -} appends). */
  record Add(List<String> path, Json value) implements PatchOperation {
    public Add {
      path = List.copyOf(path);
    }
  }

  /** Replaces what must be there. */
  record Replace(List<String> path, Json value) implements PatchOperation {
    public Replace {
      path = List.copyOf(path);
    }
  }

  /** Removes what must be there. */
  record Remove(List<String> path) implements PatchOperation {
    public Remove {
      path = List.copyOf(path);
    }
  }

  /** The path as a JSON pointer (RFC 6901). */
  default String pointer() {
    var pointer = new StringBuilder();
    for (String name : path()) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
