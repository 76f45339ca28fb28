package dev.faultline.graph.layout;

/** The layout that fits what is shown: an overview of folded groups, or services layer by layer. */
public final class FittingLayout implements MapLayout {

  private final MapLayout overview = new OverviewLayout();
  private final MapLayout services = new ElkLayout();

  @Override
  public Placement place(MapStructure structure) throws InterruptedException {
    return OverviewLayout.suits(structure) ? overview.place(structure) : services.place(structure);
  }
}
