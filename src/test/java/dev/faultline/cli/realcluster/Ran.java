package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;

/** What one verb said, and its exit code. */
record Ran(int exit, String out, String err) {

  /** This, if the verb ended with that code; else a failure that shows all it said. */
  Ran exits(int wanted) {
    assertThat(exit).as("exit code of a verb that said:%n%s%n%s", out, err).isEqualTo(wanted);
    return this;
  }

  JsonObject json() {
    return (JsonObject) JsonCodec.read(out);
  }
}
