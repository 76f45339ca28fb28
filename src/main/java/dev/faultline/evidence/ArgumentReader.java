package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads command and arguments of containers, and the scripts that are written into them. */
final class ArgumentReader implements EvidenceReader {

  private static final String NAME = "argument";
  private static final String PLACE = "command";

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    var at = manifest.ref(cluster);
    return Containers.of(manifest)
        .flatMap(container -> read(at, container, Environment.of(manifest, container)));
  }

  private static Stream<Evidence> read(
      ResourceRef at, JsonObject container, Map<String, String> environment) {
    var written = Stream.of("command", "args").flatMap(p -> container.array(p).texts().stream());
    return read(written.toList(), environment).stream()
        .distinct()
        .map(finding -> finding.evidence(NAME, at, Optional.of(Containers.name(container))));
  }

  private static List<Finding> read(List<String> written, Map<String, String> environment) {
    var found = new ArrayList<Finding>();
    var words = new ArrayList<String>();
    for (String raw : written) {
      var word = Placeholders.expand(raw, environment);
      if (word.strip().indexOf(' ') >= 0 || word.strip().indexOf('\n') >= 0) {
        found.addAll(ShellText.read(word, PLACE));
      } else {
        words.add(word);
      }
    }
    found.addAll(CommandWords.read(words, PLACE));
    return found;
  }
}
