package dev.faultline.model;

class Breaks {
}
