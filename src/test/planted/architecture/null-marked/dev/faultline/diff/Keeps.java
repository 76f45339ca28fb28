package dev.faultline.diff;

class Keeps {
}
