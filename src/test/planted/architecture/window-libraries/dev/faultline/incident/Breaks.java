package dev.faultline.incident;

class Breaks {
  org.controlsfx.control.StatusBar library;
}
