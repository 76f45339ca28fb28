package dev.faultline.history.jdbc;

class Keeps {
  java.sql.Connection library;
}
