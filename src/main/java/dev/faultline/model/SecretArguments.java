package dev.faultline.model;

import java.util.ArrayList;
import java.util.List;

/** Hides secrets in the arguments of a command, each of which is a text of its own. */
final class SecretArguments {

  private SecretArguments() {}

  static List<String> hide(List<String> arguments) {
    var shown = new ArrayList<String>(arguments.size());
    boolean secretFollows = false;
    for (String argument : arguments) {
      boolean flag = argument.startsWith("-");
      if (secretFollows && !flag && !SecretNames.isHarmless(argument)) {
        shown.add(Redaction.MASK);
        secretFollows = false;
      } else {
        shown.add(hide(argument));
        secretFollows =
            flag && argument.indexOf('=') < 0 && isName(argument) && SecretNames.isSecret(argument);
      }
    }
    return List.copyOf(shown);
  }

  private static String hide(String argument) {
    int equals = argument.indexOf('=');
    if (argument.startsWith("-") && equals > 0 && isName(argument.substring(0, equals))) {
      var name = argument.substring(0, equals);
      return name + "=" + Redaction.value(name, argument.substring(equals + 1));
    }
    return Redaction.text(argument);
  }

  private static boolean isName(String text) {
    return text.chars().noneMatch(Character::isWhitespace);
  }
}
