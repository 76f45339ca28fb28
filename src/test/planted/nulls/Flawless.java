package planted;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
class Flawless {
  @Nullable String name() {
    return null;
  }
}
