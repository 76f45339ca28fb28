package dev.faultline.ui.fx;

import dev.faultline.concurrent.Background;
import dev.faultline.text.Messages;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What every screen needs, whatever it shows.
 *
 * @param words all texts
 * @param fx runs a task on the FX thread; tests run it at once
 * @param background where blocking work goes
 * @param clock the time; ages are counted from it
 */
public record ScreenTools(
    Messages words, Executor fx, Background background, Clock clock, Dialogs dialogs) {

  public String say(String key, Object... values) {
    return words.say(key, values);
  }
}
