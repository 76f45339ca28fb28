package dev.faultline.cli;

class Keeps {
  picocli.CommandLine library;
}
