package dev.faultline.rollback;

class Breaks {
  picocli.CommandLine library;
}
