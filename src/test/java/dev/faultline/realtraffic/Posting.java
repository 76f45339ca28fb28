package dev.faultline.realtraffic;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends JSON to a server that must accept it. */
final class Posting {

  private Posting() {}

  static void post(URI uri, Json body) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JsonCodec.write(body)))
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(uri + " answers " + answer.statusCode() + ": " + answer.body());
      }
    }
  }
}
