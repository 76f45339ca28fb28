package dev.faultline.graph.layout;

import dev.faultline.model.Service;
import java.util.Optional;

/** What services are framed together by. */
public enum GroupBy {
  NAMESPACE,
  APPLICATION,
  TEAM;

  /** What the service is of; empty where nothing says so. */
  Optional<String> of(Service service) {
    return switch (this) {
      case NAMESPACE -> Optional.of(service.ref().namespace());
      case APPLICATION -> service.belonging().application();
      case TEAM -> service.belonging().team();
    };
  }
}
