package dev.faultline.ui.shell;

class Keeps {
  org.controlsfx.control.StatusBar library;
}
