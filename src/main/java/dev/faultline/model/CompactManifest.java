package dev.faultline.model;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A manifest held compressed: a cluster has thousands, and few are looked at. Equality is by
 * content.
 */
public final class CompactManifest {

  /** Stands where no manifest was kept. */
  public static final CompactManifest NOTHING = of(new Manifest(JsonObject.EMPTY));

  private final byte[] deflated;

  private CompactManifest(byte[] deflated) {
    this.deflated = deflated;
  }

  public static CompactManifest of(Manifest manifest) {
    byte[] canonical = JsonCodec.canonical(manifest.tree());
    var out = new ByteArrayOutputStream(canonical.length / 3 + 64);
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(canonical);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new CompactManifest(out.toByteArray());
  }

  /** SHA-256 of the content, in hexadecimal; computed anew at each call, as few ask for it. */
  public String hash() {
    return ContentHash.of(inflate());
  }

  public Manifest read() {
    return new Manifest((JsonObject) JsonCodec.read(new ByteArrayInputStream(inflate())));
  }

  private byte[] inflate() {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes held in memory. */
  public int size() {
    return deflated.length;
  }

  /** Equal content is written in one way only, and so compressed in one way only. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CompactManifest that && Arrays.equals(deflated, that.deflated);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(deflated);
  }

  @Override
  public String toString() {
    return "CompactManifest[" + deflated.length + " bytes]";
  }
}
