package planted;

class PlantedBug {
  void refuse() {
    new IllegalStateException("made and never thrown");
  }
}
