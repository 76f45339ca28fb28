package dev.faultline.model.json;

/** Text that is not JSON or YAML; the message names the place and never quotes the content. */
public final class MalformedTextException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedTextException(String message) {
    super(message);
  }
}
