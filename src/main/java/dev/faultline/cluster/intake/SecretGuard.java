package dev.faultline.cluster.intake;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes the values out of a Secret before anything else sees it: each becomes a salted HMAC, so
 * that a change can be seen and the value cannot. Every adapter calls it first.
 */
public final class SecretGuard {

  /** No value in base64 begins like this, so that a replaced value is told from a real one. */
  private static final String MARK = "hmac-sha256:";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** With a salt of this user or process; hashes compare only under the same one. */
  public SecretGuard(byte[] salt) {
    this.key = new SecretKeySpec(salt, ALGORITHM);
  }

  /**
   * The Secret without its values; {@code stringData} has become part of {@code data}, as it does
   * in the cluster. Stripping twice is stripping once. Objects of other kinds are left as they are.
   */
  public Manifest strip(Manifest manifest) {
    if (!manifest.kind().equals(Kind.SECRET) || isBare(manifest)) {
      return manifest;
    }
    var tree = manifest.tree();
    var hashes = new LinkedHashMap<String, Json>();
    tree.object("data")
        .members()
        .forEach((name, value) -> hashes.put(name, isHash(value) ? value : hash(bytes(value))));
    tree.object("stringData")
        .members()
        .forEach((name, value) -> hashes.put(name, hash(clear(value))));
    var bare =
        tree.without("data")
            .without("stringData")
            .without("metadata", "managedFields")
            .without("metadata", "annotations", MetaReader.LAST_APPLIED);
    return new Manifest(
        hashes.isEmpty() && tree.find("data").isEmpty()
            ? bare
            : bare.with(new JsonObject(hashes), "data"));
  }

  /** Whether no value is left in it. */
  static boolean isStripped(Manifest secret) {
    var tree = secret.tree();
    return tree.find("stringData").isEmpty()
        && tree.find("data").map(SecretGuard::isHashes).orElse(true);
  }

  private static boolean isBare(Manifest secret) {
    return isStripped(secret)
        && secret.tree().find("metadata", "managedFields").isEmpty()
        && !secret.annotations().containsKey(MetaReader.LAST_APPLIED);
  }

  private static boolean isHashes(Json data) {
    return data instanceof JsonObject object
        && object.members().values().stream().allMatch(SecretGuard::isHash);
  }

  private static boolean isHash(Json value) {
    return value instanceof Json.Text text
        && text.value().length() == MARK.length() + 64
        && text.value().startsWith(MARK);
  }

  private Json hash(byte[] value) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Json.of(MARK + HexFormat.of().formatHex(mac.doFinal(value)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The bytes that base64 text stands for; what is not base64 is hashed as it is written. */
  private static byte[] bytes(Json value) {
    byte[] written = clear(value);
    try {
      // Line breaks are allowed, as YAML folds long values.
      return Base64.getDecoder()
          .decode(new String(written, StandardCharsets.UTF_8).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      return written;
    }
  }

  private static byte[] clear(Json value) {
    return value
        .scalar()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> value == Json.Null.NULL ? new byte[0] : JsonCodec.canonical(value));
  }
}
