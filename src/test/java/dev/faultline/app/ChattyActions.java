package dev.faultline.app;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A cluster whose containers have written as many lines as anybody asks for.
 *
 * @param more what they write next
 */
record ChattyActions(ClusterActions others, BlockingQueue<String> more) implements ClusterActions {

  /** What stands in the line of that number. */
  static String line(int number) {
    return """
    2026-05-12T03:14:07Z INFO request %d of customer %d took %d ms, \
    GET /shop/basket/items?page=3&sort=price HTTP/2 from checkout-6d5f8c9b7-x2x4z by way of \
    the gateway, cache missed, two queries, answered with 200 and 18,345 bytes\
    """
        .formatted(number, number % 977, number % 53);
  }

  @Override
  public LogReading logs(LogRequest request) {
    return new LogReading.Lines(lines(request));
  }

  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException {
    lines(request).forEach(lines);
    while (true) {
      lines.accept(more.take());
    }
  }

  private static List<String> lines(LogRequest request) {
    return IntStream.rangeClosed(1, request.lastLines()).mapToObj(ChattyActions::line).toList();
  }

  @Override
  public Reading read(ResourceRef ref) {
    return others.read(ref);
  }

  @Override
  public Permission mayI(Action action) {
    return others.mayI(action);
  }

  @Override
  public WriteResult write(Write write) {
    return others.write(write);
  }
}
