package dev.faultline.timeline;

class BreaksByJdbi {
  org.jdbi.v3.core.Jdbi library;
}
