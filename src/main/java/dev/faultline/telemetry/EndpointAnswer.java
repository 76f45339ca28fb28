package dev.faultline.telemetry;

/** What a telemetry server answered. */
public sealed interface EndpointAnswer {

  /** The document. */
  record Document(byte[] body) implements EndpointAnswer {}

  /**
   * A status other than 200.
   *
   * @param body the beginning of what came with it
   */
  record Refused(int status, byte[] body) implements EndpointAnswer {}

  /** No answer, or none that can be used. */
  record Unusable(String reason) implements EndpointAnswer {}
}
