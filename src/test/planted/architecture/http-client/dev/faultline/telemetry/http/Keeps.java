package dev.faultline.telemetry.http;

class Keeps {
  java.net.http.HttpClient client;
}
