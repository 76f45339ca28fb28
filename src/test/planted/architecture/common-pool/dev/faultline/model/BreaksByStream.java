package dev.faultline.model;

class BreaksByStream {
  long count(java.util.List<String> names) {
    return names.parallelStream().count() + names.stream().parallel().count();
  }
}
