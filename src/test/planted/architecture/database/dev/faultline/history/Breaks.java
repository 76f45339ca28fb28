package dev.faultline.history;

class Breaks {
  java.sql.Connection library;
}
