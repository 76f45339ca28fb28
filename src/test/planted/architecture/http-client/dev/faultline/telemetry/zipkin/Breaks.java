package dev.faultline.telemetry.zipkin;

class Breaks {
  java.net.http.HttpClient client;
}
