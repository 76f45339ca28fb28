package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The settings of a group that switch others off: {@code ZIPKIN_ENABLED=false}. */
final class Switches {

  private static final Set<String> POSITIVE =
      Set.of("enabled", "enable", "use", "active", "on", "activate");
  private static final Set<String> NEGATIVE = Set.of("disabled", "disable");
  private static final Set<String> NO = Set.of("false", "0", "no", "off");
  private static final Set<String> YES = Set.of("true", "1", "yes", "on");
  private static final int LONGEST_VALUE = 5;
  private static final int MOST = 200;

  private record Off(String name, List<String> subject) {}

  private final List<Off> offs = new ArrayList<>();

  Switches(List<Setting> settings) {
    for (Setting setting : settings) {
      if (setting.value().length() <= LONGEST_VALUE && offs.size() < MOST) {
        consider(setting);
      }
    }
  }

  /** The name of the switch that makes the setting idle. */
  Optional<String> off(SettingName setting) {
    for (Off off : offs) {
      int size = off.subject().size();
      if (setting.words().size() > size && setting.words().subList(0, size).equals(off.subject())) {
        return Optional.of(off.name());
      }
    }
    return Optional.empty();
  }

  private void consider(Setting setting) {
    var value = setting.value().toLowerCase(Locale.ROOT);
    boolean no = NO.contains(value);
    if (!no && !YES.contains(value)) {
      return;
    }
    var words = SettingName.of(setting.name()).words();
    var signals = no ? POSITIVE : NEGATIVE;
    if (words.size() < 2) {
      return;
    }
    if (signals.contains(words.getLast())) {
      offs.add(new Off(setting.name(), words.subList(0, words.size() - 1)));
    } else if (signals.contains(words.getFirst())) {
      offs.add(new Off(setting.name(), words.subList(1, words.size())));
    }
  }
}
