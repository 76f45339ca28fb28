package dev.faultline.ui.map;

class KeepsViewModel {
  javafx.beans.Observable observable;
}
