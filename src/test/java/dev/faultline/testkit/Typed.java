package dev.faultline.testkit;

import dev.faultline.app.CommandLineRoot;
import dev.faultline.cli.text.Terminal;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** What a verb said, run as the product composes it, in a home of its own. */
public record Typed(int exit, String out, String err) {

  public static Typed run(Path home, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new BufferedReader(new StringReader("")),
            false);
    var environment =
        Map.of(
            "HOME", home.toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString());
    return new Typed(
        CommandLineRoot.run(environment, terminal, words), out.toString(), err.toString());
  }

  public JsonObject json() {
    return (JsonObject) JsonCodec.read(out);
  }
}
