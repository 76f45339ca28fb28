package dev.faultline.ui.connect;

import dev.faultline.settings.ContextSettings;
import dev.faultline.workspace.ContextLister.Context;
import dev.faultline.workspace.ContextLister.State;

/**
 * One context as the screen shows it.
 *
 * @param chosen to be linked
 * @param testing whether an answer is being waited for
 */
record ConnectRow(Context context, ContextSettings settings, boolean chosen, boolean testing) {

  String name() {
    return context.name();
  }

  boolean reachable() {
    return context.state() instanceof State.Reachable;
  }

  /** A person who may list nothing without naming namespaces has to name them. */
  boolean needsNamespaces() {
    return context.state() instanceof State.Reachable ok
        && !ok.allNamespaces()
        && settings.namespaces().isEmpty();
  }

  ConnectRow withChosen(boolean other) {
    return new ConnectRow(context, settings, other, testing);
  }

  ConnectRow withSettings(ContextSettings other) {
    return new ConnectRow(context, other, chosen, testing);
  }
}
