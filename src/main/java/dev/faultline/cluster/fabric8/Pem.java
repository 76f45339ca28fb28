package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A certificate or key as the kubeconfig gives it. A file is read anew at each use: it rotates. */
sealed interface Pem {

  /** The PEM text itself, or DER. */
  byte[] read() throws IOException;

  /** Where it stands, for sentences; never its content. */
  String place();

  /** Given in the kubeconfig, already decoded from base64. */
  record Inline(byte[] bytes, String place) implements Pem {
    @Override
    public byte[] read() {
      return bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Inline that
          && Arrays.equals(bytes, that.bytes)
          && place.equals(that.place);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(bytes) + place.hashCode();
    }

    @Override
    public String toString() {
      return place;
    }
  }

  /** Given as a path. */
  record InFile(Path file) implements Pem {
    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public String place() {
      return file.toString();
    }
  }
}
