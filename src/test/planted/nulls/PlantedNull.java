package planted;

import org.jspecify.annotations.NullMarked;

@NullMarked
class PlantedNull {
  String name() {
    return null;
  }
}
