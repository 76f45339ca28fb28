package dev.faultline.evidence;

/** One name with its value, wherever it was written: environment, flag, line of a file. */
record Setting(String name, String value) {}
