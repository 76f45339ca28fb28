package dev.faultline.evidence;

import dev.faultline.model.Evidence;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Makes evidence out of what one object refers to by its fields, where a field is what it is called
 * and nothing need be guessed.
 */
record Referral(String reader, ResourceRef at) {

  /** More entries than any list of an object that somebody wrote. */
  private static final int MOST = 2_000;

  /** A Kubernetes Service by its name; beside the object, where no namespace is given. */
  Stream<Evidence> service(String place, Optional<String> name, Optional<String> namespace) {
    return service(place, name, namespace, OptionalInt.empty());
  }

  Stream<Evidence> service(
      String place, Optional<String> name, Optional<String> namespace, OptionalInt port) {
    var home = namespace.filter(given -> !given.isEmpty()).orElse(at.namespace());
    return name.filter(given -> !given.contains("."))
        .map(given -> host(place, home.isEmpty() ? given : given + "." + home, port))
        .orElse(Stream.empty());
  }

  /** A host as it would be written in a setting. */
  Stream<Evidence> host(String place, String host, OptionalInt port) {
    return HostName.normal(host).stream()
        .map(normal -> new NamedHost(normal, port, Optional.empty()))
        .map(named -> evidence(place, named, Strength.FIRM));
  }

  /** The addresses in a text, which may be a URL, a list or a bare host. */
  Stream<Evidence> address(String place, String text) {
    var mentions = HostScanner.scan(text);
    return mentions.isEmpty()
        ? Words.of(text, ", \t\r\n").stream()
            .limit(MOST)
            .flatMap(word -> host(place, word, OptionalInt.empty()))
        : mentions.stream().map(one -> evidence(place, one.host(), Strength.STRONG));
  }

  Evidence evidence(String place, NamedHost host, Strength strength) {
    return new Evidence(
        reader, at, Optional.empty(), Setting.bounded(place), host, strength, Optional.empty());
  }

  /** Each object of a list, with its place: {@code spec.rules[2]}. */
  static Stream<Evidence> each(
      String place,
      JsonObject holder,
      String member,
      BiFunction<String, JsonObject, Stream<Evidence>> read) {
    var found = new ArrayList<Evidence>();
    List<Json> items = holder.array(member).items();
    for (int i = 0; i < items.size() && found.size() < MOST; i++) {
      if (items.get(i) instanceof JsonObject item) {
        read.apply(Setting.path(place, member) + "[" + i + "]", item).forEach(found::add);
      }
    }
    return found.stream();
  }

  /** A port, as a number or in quotes; names of ports are none. */
  static OptionalInt port(JsonObject holder, String... path) {
    return holder
        .text(path)
        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .filter(number -> number < 65_536)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
