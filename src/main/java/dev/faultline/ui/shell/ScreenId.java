package dev.faultline.ui.shell;

/** The screens that the middle of the window can show. */
public enum ScreenId {
  CONNECT,
  MAP,
  SERVICES,
  SERVICE,
  DIFF,
  JOURNAL,
  SETTINGS
}
