package dev.faultline.demo;

import java.util.List;

/** Who calls whom in the shop, as it really is: what the settings say of it is another matter. */
final class ShopCalls {

  /** Requests a second that come from customers, as long as a pod of the gateway is ready. */
  static final double CUSTOMERS = 97;

  static final String GATEWAY = "shop/gateway";

  private static final String SESSIONS = "shop/gateway-sessions";
  private static final String ORDER = "shop/order";
  private static final String PAYMENT = "shop/payment";
  private static final String USER = "shop/user";
  private static final String PRODUCT = "shop/product";
  private static final String REPORTS = "reporting/reports";
  private static final String BROKER = "platform/broker";

  /**
   * One who calls another.
   *
   * @param caller {@code namespace/name}; those that call it come before it in the list
   * @param callee the same
   * @param perRequest how many calls it makes for a request that it answers
   * @param perPod how many calls a second each of its pods makes by itself
   * @param evenUnready whether pods that are not ready make those as well
   * @param milliseconds within which 95 of 100 are answered
   */
  record Call(
      String caller,
      String callee,
      double perRequest,
      double perPod,
      boolean evenUnready,
      double milliseconds) {}

  /**
   * Order asks payment whether it is there, and so keeps asking while it is not. It has the address
   * of product and no longer calls it. User looks into the sessions of the gateway, by an address
   * that stands in no manifest.
   */
  static final List<Call> ALL =
      List.of(
          new Call(GATEWAY, SESSIONS, 1, 0, false, 2),
          new Call(GATEWAY, USER, 0.22, 0, false, 18),
          new Call(GATEWAY, PRODUCT, 0.66, 0, false, 35),
          new Call(GATEWAY, ORDER, 0.124, 0, false, 120),
          new Call(USER, "shop/user-db", 1.1, 0, false, 4),
          new Call(USER, SESSIONS, 0.14, 0, false, 2),
          new Call(PRODUCT, "shop/product-db", 1.1, 0, false, 7),
          new Call(ORDER, PAYMENT, 0.9, 0.74, true, 85),
          new Call(ORDER, "shop/order-db", 2.6, 0.5, true, 6),
          new Call(ORDER, BROKER, 1, 0, false, 3),
          new Call(PAYMENT, "shop/payment-db", 2.1, 0, false, 5),
          new Call(PAYMENT, BROKER, 1, 0, false, 3),
          new Call(REPORTS, "reporting/reports-db", 0, 1, false, 40));

  private ShopCalls() {}
}
