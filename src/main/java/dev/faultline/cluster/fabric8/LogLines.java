package dev.faultline.cluster.fabric8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Parts a stream of bytes into lines as they arrive; a line without end is cut, not kept. */
final class LogLines {

  /** The kubelet itself parts lines at 16 KiB. */
  private static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Hands over each line until the stream ends; blocks. */
  void forEach(Consumer<String> receiver) throws IOException {
    var buffer = new byte[16 * 1024];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          hand(receiver);
        } else {
          line.write(buffer[i]);
          if (line.size() >= LONGEST) {
            hand(receiver);
          }
        }
      }
    }
    if (line.size() > 0) {
      hand(receiver);
    }
  }

  private void hand(Consumer<String> receiver) {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    receiver.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
