package dev.faultline.telemetry;

/** Something that has seen which workloads talk to each other. */
public interface TrafficSource {

  /** Its kind and address, for sentences: {@code Prometheus at prometheus.example.org}. */
  String describe();

  /** Asks, for no longer than the question allows. Whatever goes wrong is an answer too. */
  TrafficReading read(TrafficQuestion question) throws InterruptedException;
}
