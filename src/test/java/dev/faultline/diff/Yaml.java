package dev.faultline.diff;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;

/** Manifests as tests write them. */
final class Yaml {

  private Yaml() {}

  static Manifest manifest(String yaml) {
    return new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst());
  }
}
