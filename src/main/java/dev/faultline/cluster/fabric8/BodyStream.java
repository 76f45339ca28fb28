package dev.faultline.cluster.fabric8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A body as a stream that a thread may block on. Asks for no more than a few parts ahead, so that a
 * slow reader slows the sender down instead of filling the memory, and a fast one need not wait for
 * two other threads after every part.
 */
final class BodyStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

  /** What the exchange hands over: bytes, or how it ended. */
  private sealed interface Part {
    record Bytes(List<ByteBuffer> buffers) implements Part {}

    record End(Optional<Throwable> failure) implements Part {}
  }

  /** Parts are of 16 KiB at most. */
  private static final int AHEAD = 8;

  private final LinkedBlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final ArrayDeque<ByteBuffer> taken = new ArrayDeque<>();
  private Optional<AsyncBody> body = Optional.empty();
  private Optional<Part.End> end = Optional.empty();

  /** Called once the head of the answer is there. */
  void begin(AsyncBody answer) {
    body = Optional.of(answer);
    var unused =
        answer
            .done()
            .whenComplete((done, failure) -> parts.add(new Part.End(Optional.ofNullable(failure))));
    for (int i = 0; i < AHEAD; i++) {
      answer.consume();
    }
  }

  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody answer) {
    parts.add(new Part.Bytes(buffers));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    var buffer = taken.getFirst();
    int count = Math.min(length, buffer.remaining());
    buffer.get(into, offset, count);
    if (!buffer.hasRemaining()) {
      taken.removeFirst();
    }
    return count;
  }

  /** What can be read without waiting. */
  @Override
  public int available() {
    return taken.isEmpty() ? 0 : taken.getFirst().remaining();
  }

  private boolean fill() throws IOException {
    while (taken.isEmpty()) {
      if (end.isPresent()) {
        return ended(end.get());
      }
      switch (next()) {
        case Part.Bytes bytes -> {
          bytes.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(taken::add);
          body.ifPresent(AsyncBody::consume);
        }
        case Part.End last -> end = Optional.of(last);
      }
    }
    return true;
  }

  private Part next() throws IOException {
    try {
      return parts.take();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  private static boolean ended(Part.End end) throws IOException {
    if (end.failure().isPresent()) {
      throw new IOException("the body ended early", end.failure().get());
    }
    return false;
  }

  @Override
  public void close() {
    body.ifPresent(AsyncBody::cancel);
  }
}
