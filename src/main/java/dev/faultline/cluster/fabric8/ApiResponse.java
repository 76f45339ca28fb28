package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An answer whose body is still on its way; closing it ends the exchange. */
record ApiResponse(int status, InputStream body) implements AutoCloseable {

  private static final int LONGEST_WORDS = 64 * 1024;

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The whole body as one JSON object. */
  JsonObject json() throws IOException {
    Json value = JsonCodec.read(body);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new MalformedTextException("the answer is no JSON object");
  }

  /** What the server says went wrong: the message of its Status, or the beginning of the text. */
  String words() throws IOException {
    var text = new String(body.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
    try {
      if (JsonCodec.read(text) instanceof JsonObject object) {
        return Words.tidy(object.text("message").orElse(text));
      }
    } catch (MalformedTextException e) {
      return Words.tidy(text); // Proxies and webhooks answer in any form.
    }
    return Words.tidy(text);
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      return; // The exchange is over either way; what mattered of it was read.
    }
  }
}
