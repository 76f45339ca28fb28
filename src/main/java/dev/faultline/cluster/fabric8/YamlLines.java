package dev.faultline.cluster.fabric8;

import dev.faultline.text.WholeCharacters;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the line of a value in YAML text that is known to be well-formed. */
final class YamlLines {

  private YamlLines() {}

  /**
   * The line, from 1, of the value at the path of names and indices, or of the nearest that is
   * there.
   */
  static int of(String text, Object... path) {
    var at = new Compose(LoadSettings.builder().build()).composeReader(new WholeCharacters(text));
    int line = at.map(YamlLines::line).orElse(1);
    for (Object step : path) {
      at = at.flatMap(node -> child(node, step));
      line = at.map(YamlLines::line).orElse(line);
    }
    return line;
  }

  private static Optional<Node> child(Node node, Object step) {
    if (node instanceof SequenceNode list && step instanceof Integer index) {
      return index < list.getValue().size()
          ? Optional.of(list.getValue().get(index))
          : Optional.empty();
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(tuple -> isNamed(tuple.getKeyNode(), step))
          .map(tuple -> tuple.getValueNode())
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean isNamed(Node key, Object name) {
    return key instanceof ScalarNode scalar && scalar.getValue().equals(name);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
