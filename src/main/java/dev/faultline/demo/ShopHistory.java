package dev.faultline.demo;

import static dev.faultline.demo.ShopCast.GATEWAY;
import static dev.faultline.demo.ShopCast.ORDER;
import static dev.faultline.demo.ShopCast.PAYMENT;
import static dev.faultline.demo.ShopCast.PRODUCT;
import static dev.faultline.demo.ShopCast.REPORTS;
import static dev.faultline.demo.ShopCast.USER;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every release of the shop's last weeks, with who made it and why. */
final class ShopHistory {

  private static final String APPLY = "kubectl-client-side-apply";
  private static final String SET = "kubectl-set";
  private static final String EDIT = "kubectl-edit";
  private static final String HELM = "helm";

  /** How long before the demo is opened payment was released. */
  static final Duration INCIDENT = Duration.ofMinutes(26);

  /**
   * One release.
   *
   * @param ago how long before the demo is opened
   * @param manager the field manager that wrote it
   * @param cause the change-cause, with its author; Helm writes none
   * @param added to the environment of the service
   */
  record Release(
      Duration ago,
      ShopService service,
      String version,
      String manager,
      String cause,
      Map<String, Object> added) {

    /** Whether the service was released again before the night of the incident. */
    boolean longGone() {
      return RELEASES.stream()
          .filter(later -> later.service().equals(service))
          .anyMatch(later -> later.ago().compareTo(ago) < 0 && later.ago().compareTo(INCIDENT) > 0);
    }
  }

  static final List<Release> RELEASES =
      List.of(
          day(24, 0, GATEWAY, "4.9.0", APPLY, "mira: gateway 4.9.0"),
          day(24, 0, USER, "3.0.2", APPLY, "sven: user 3.0.2"),
          day(24, 0, PRODUCT, "2.5.0", HELM, ""),
          day(24, 0, ORDER, "5.2.0", APPLY, "alice: order 5.2.0"),
          day(24, 0, PAYMENT, "1.2.0", APPLY, "bogdan: payment 1.2.0"),
          day(24, 0, REPORTS, "0.8.0", APPLY, "lin: reports 0.8.0"),
          day(21, 3, PRODUCT, "2.5.1", HELM, ""),
          day(20, 6, PAYMENT, "1.3.0", APPLY, "bogdan: PAY-341 refunds in parts"),
          day(19, 2, USER, "3.1.0", APPLY, "sven: ACC-87 sign in by passkey"),
          day(17, 5, GATEWAY, "4.10.0", APPLY, "mira: EDGE-203 compress answers"),
          day(16, 4, ORDER, "5.3.0", APPLY, "alice: CHK-510 gift cards"),
          day(15, 1, PAYMENT, "1.3.1", SET, "bogdan: PAY-349 rounding of partial refunds"),
          day(14, 7, REPORTS, "0.8.1", APPLY, "lin: FIN-19 month by time zone"),
          day(13, 2, PRODUCT, "2.6.0", HELM, ""),
          day(12, 8, USER, "3.1.2", APPLY, "sven: ACC-92 session renewal"),
          day(11, 3, GATEWAY, "4.11.0", APPLY, "mira: EDGE-211 retry once on 502"),
          day(10, 6, ORDER, "5.3.1", SET, "alice: CHK-522 empty basket"),
          day(9, 5, PAYMENT, "1.4.0", APPLY, "dana: PAY-360 card network v2"),
          day(8, 2, PRODUCT, "2.6.1", HELM, ""),
          day(7, 4, PAYMENT, "1.4.1", SET, "dana: PAY-366 time-out of the card network"),
          day(6, 1, GATEWAY, "4.11.2", SET, "mira: EDGE-215 header limit"),
          day(5, 7, USER, "3.1.3", APPLY, "sven: ACC-95 address book"),
          day(4, 3, ORDER, "5.4.0", APPLY, "alice: CHK-530 split deliveries"),
          day(3, 2, PRODUCT, "2.7.0", HELM, ""),
          day(2, 6, PAYMENT, "1.4.2", APPLY, "dana: PAY-371 audit line for each capture"),
          day(2, 1, ORDER, "5.4.1", SET, "alice: CHK-541 duplicate mail"),
          day(1, 5, GATEWAY, "4.12.0", APPLY, "mira: EDGE-220 stricter CORS"),
          day(1, 2, REPORTS, "0.9.0", APPLY, "lin: FIN-23 export to CSV"),
          new Release(
              INCIDENT,
              PAYMENT,
              "1.5.0",
              EDIT,
              "bogdan: PAY-381 payment 1.5.0, pool left to the platform",
              Map.of("DB_POOL", "0")),
          new Release(Duration.ofMinutes(18), PRODUCT, "2.7.1", HELM, "", Map.of()),
          new Release(
              Duration.ofMinutes(11), USER, "3.1.4", APPLY, "sven: ACC-99 typo in mail", Map.of()));

  private ShopHistory() {}

  private static Release day(
      int days, int hours, ShopService service, String version, String manager, String cause) {
    var ago = Duration.ofDays(days).plusHours(hours).plusMinutes(version.hashCode() & 31);
    return new Release(ago, service, version, manager, cause, Map.of());
  }
}
