package dev.faultline.cli;

class BreaksByRequest {
  java.net.http.HttpRequest request;
}
