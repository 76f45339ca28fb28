package dev.faultline.model;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal; of a tree, independent of the order of its members. */
public final class ContentHash {

  private ContentHash() {}

  public static String of(Json tree) {
    return of(JsonCodec.canonical(tree));
  }

  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
