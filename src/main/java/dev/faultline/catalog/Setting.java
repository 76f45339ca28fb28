package dev.faultline.catalog;

import dev.faultline.model.ResourceRef;
import java.util.Optional;

/**
 * One environment variable of a container, as the container will find it.
 *
 * @param name of the variable; ends in {@code *} where the names are not known
 * @param value as it may be shown
 * @param source in words: "set here", "ConfigMap payment-config, key LOG_LEVEL"
 * @param from the object it comes from; empty if the template itself says it
 * @param key the key in that object; empty if none
 */
public record Setting(
    String container,
    String name,
    Value value,
    String source,
    Optional<ResourceRef> from,
    String key) {

  /** What can be said of a value. */
  public sealed interface Value {

    /** For people: the value, or why there is none. */
    String shown();

    /** Known; what looks like a secret is masked. {@code $(NAME)} stands as it is written. */
    record Known(String shown) implements Value {}

    /** From a Secret: there, and never shown. */
    record Hidden(String shown) implements Value {}

    /** From the pod itself when it starts, such as its address. */
    record AtStart(String path) implements Value {
      @Override
      public String shown() {
        return "(" + path + " of the pod)";
      }
    }

    /** The object or key is not there: the container does not start. */
    record Missing(String shown) implements Value {}

    /** It can't be told, as the object may not, or could not, be read. */
    record NotChecked(String shown) implements Value {}
  }
}
