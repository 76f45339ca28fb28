package dev.faultline.demo;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Names, UIDs and addresses as a cluster hands them out; the same ones for the same seed. */
final class Names {

  /** No vowels and nothing easily confused, as in the API server's own generator. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private final SplittableRandom random;
  private int pods;
  private int services;

  Names(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String uid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }

  String suffix() {
    var suffix = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return suffix.toString();
  }

  String podIp() {
    pods++;
    return "10.244." + (pods / 250 % 256) + "." + (pods % 250 + 2);
  }

  String clusterIp() {
    services++;
    return "10.96." + (services / 250 % 256) + "." + (services % 250 + 10);
  }

  /** A short mark of a tree's content, as {@code pod-template-hash} is one. */
  static String hash(Json tree) {
    return mark(JsonCodec.canonical(tree));
  }

  /** A short mark of a text. */
  static String mark(String text) {
    return mark(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String mark(byte[] bytes) {
    int fnv = 0x811c9dc5;
    for (byte each : bytes) {
      fnv = (fnv ^ (each & 0xff)) * 0x01000193;
    }
    var mark = new StringBuilder();
    for (char digit : Integer.toUnsignedString(fnv).toCharArray()) {
      mark.append(ALPHABET.charAt(digit % ALPHABET.length()));
    }
    return mark.toString();
  }
}
