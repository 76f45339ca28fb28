package planted;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
class PlantedGenericNull {
  List<String> names(List<@Nullable String> names) {
    return names;
  }
}
