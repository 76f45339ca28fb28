package dev.faultline.model;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A manifest held compressed: a cluster has thousands, and few are looked at. Equality is by
 * content.
 */
public final class CompactManifest {

  private final String hash;
  private final byte[] deflated;

  private CompactManifest(String hash, byte[] deflated) {
    this.hash = hash;
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
    return new CompactManifest(ContentHash.of(canonical), out.toByteArray());
  }

  /** SHA-256 of the content, in hexadecimal. */
  public String hash() {
    return hash;
  }

  public Manifest read() {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new Manifest((JsonObject) JsonCodec.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes held in memory. */
  public int size() {
    return deflated.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CompactManifest that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "CompactManifest[" + hash + "]";
  }
}
