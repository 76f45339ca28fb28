package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JsonStreamTest {

  private final ArrayList<JsonObject> received = new ArrayList<>();

  @Test
  void theItemsOfAListAreHandedOnAndTheRestIsReturned() {
    var rest =
        JsonStream.readList(
            stream(
                "{\"kind\":\"List\",\"items\":[{\"a\":1},{\"a\":[{}]}],\"metadata\":{\"r\":\"7\"}}"),
            "items",
            Pruning.NONE,
            received::add);

    assertThat(received).hasSize(2);
    assertThat(rest.names()).containsExactly("kind", "metadata");
    assertThat(rest.text("metadata", "r")).contains("7");
  }

  @Test
  void whatNobodyLooksAtIsPassedOverWhateverItIs() {
    var pruning =
        Pruning.without("dropped")
            .with(
                "fields",
                Pruning.only("whole").with("part", Pruning.only().with("empty", Pruning.only())));

    JsonStream.readAll(
        stream(
            """
            {"dropped":{"a":[1]},"kept":2,"fields":[{"gone":{"whole":[{}]},"whole":{"gone":"x",
              "dropped":{}},"part":{"empty":{"gone":1},"gone":"}"}}],"after":[true]}
            """),
        pruning,
        received::add);

    assertThat(received)
        .containsExactly(
            (JsonObject)
                JsonCodec.read(
                    """
                    {"kept":2,"fields":[{"whole":{"gone":"x","dropped":{}},"part":{"empty":{}}}],
                     "after":[true]}
                    """));
  }

  @Test
  void aListWhoseItemsAreNullIsEmpty() {
    JsonStream.readList(stream("{\"items\":null}"), "items", Pruning.NONE, received::add);

    assertThat(received).isEmpty();
  }

  @Test
  void aListThatEndsEarlyIsToldAfterTheItemsThatWereWhole() {
    assertThatThrownBy(
            () ->
                JsonStream.readList(
                    stream("{\"items\":[{\"a\":1},{\"a\""), "items", Pruning.NONE, received::add))
        .isInstanceOf(MalformedTextException.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void anObjectOfAWatchIsHandedOnBeforeTheNextByteComes() {
    var silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("asked for more than the object");
          }
        };

    assertThatThrownBy(
            () ->
                JsonStream.readAll(
                    new SequenceInputStream(stream("{\"a\":1}\n{\"a\":2}"), silent),
                    Pruning.NONE,
                    received::add))
        .isInstanceOf(MalformedTextException.class);
    assertThat(received).hasSize(2);
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> JsonStream.readAll(stream("{} [] {}"), Pruning.NONE, received::add))
        .isInstanceOf(MalformedTextException.class);
    assertThat(received).hasSize(1);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
