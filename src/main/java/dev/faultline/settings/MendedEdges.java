package dev.faultline.settings;

import static dev.faultline.settings.SettingsYaml.at;
import static dev.faultline.settings.SettingsYaml.line;
import static dev.faultline.settings.SettingsYaml.members;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Edges mended by hand, as they stand in the settings and in files that people pass on. */
public final class MendedEdges {

  private static final String NOT_SO = "not so";
  private static final String MISSING = "missing";
  private static final Pattern WORKLOAD = Pattern.compile("[a-z0-9.-]+/[a-z0-9.-]+");
  private static final Pattern CALLEE = Pattern.compile(WORKLOAD + "|ext:[A-Za-z0-9.:_-]+");

  private MendedEdges() {}

  /**
   * Those of a file that holds {@code edges}, as a context does in the settings.
   *
   * @throws IOException if it can't be read or understood; the message is for people
   */
  public static List<Mending> read(Path file) throws IOException {
    try {
      return SettingsYaml.compose(Files.readString(file))
          .flatMap(root -> at(members(root, "the file"), "edges"))
          .map(MendedEdges::read)
          .orElse(List.of());
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8 text", e);
    } catch (BrokenSettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What {@link #read(Path)} reads. */
  public static String text(List<Mending> edges) {
    var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(settings).dumpToString(Map.of("edges", tree(edges)));
  }

  static List<Mending> read(Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw new BrokenSettingsException(line(node), "edges must be a list");
    }
    return list.getValue().stream().map(MendedEdges::edge).toList();
  }

  static List<Map<String, Object>> tree(List<Mending> edges) {
    return edges.stream().map(MendedEdges::tree).toList();
  }

  private static Map<String, Object> tree(Mending edge) {
    var members = new LinkedHashMap<String, Object>();
    members.put("caller", edge.caller());
    members.put("callee", edge.callee());
    members.put("is", edge.verdict() == Verdict.NOT_SO ? NOT_SO : MISSING);
    edge.edgeClass().ifPresent(one -> members.put("class", one.name().toLowerCase(Locale.ROOT)));
    members.put("reason", edge.reason());
    return members;
  }

  private static Mending edge(Node node) {
    var members = members(node, "an edge");
    return new Mending(
        verdict(node, needed(node, members, "is")),
        end(node, members, "caller", WORKLOAD),
        end(node, members, "callee", CALLEE),
        at(members, "class").map(MendedEdges::edgeClass),
        needed(node, members, "reason"));
  }

  private static String end(Node node, Map<String, Node> members, String name, Pattern form) {
    var said = needed(node, members, name);
    if (!form.matcher(said).matches()) {
      throw new BrokenSettingsException(
          line(node),
          name
              + " must be namespace/name"
              + (form == CALLEE ? " or ext:host: '" : ": '")
              + said
              + "'");
    }
    return said;
  }

  private static String needed(Node node, Map<String, Node> members, String name) {
    return at(members, name)
        .map(value -> SettingsYaml.text(value, name).strip())
        .filter(said -> !said.isEmpty())
        .orElseThrow(
            () ->
                new BrokenSettingsException(
                    line(node), "an edge needs caller, callee, is and reason: no " + name));
  }

  private static Verdict verdict(Node node, String said) {
    return switch (said) {
      case NOT_SO -> Verdict.NOT_SO;
      case MISSING -> Verdict.MISSING;
      default ->
          throw new BrokenSettingsException(
              line(node), "an edge is \"" + NOT_SO + "\" or \"" + MISSING + "\"");
    };
  }

  private static EdgeClass edgeClass(Node node) {
    var said = SettingsYaml.text(node, "class").strip();
    return Optional.of(said)
        .flatMap(
            name ->
                List.of(EdgeClass.values()).stream()
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .findFirst())
        .orElseThrow(
            () -> new BrokenSettingsException(line(node), "there is no class '" + said + "'"));
  }
}
