package javafx.beans;

public class Observable {}
