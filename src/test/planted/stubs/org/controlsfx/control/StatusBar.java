package org.controlsfx.control;

public class StatusBar {}
