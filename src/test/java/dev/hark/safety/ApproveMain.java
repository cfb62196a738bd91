package dev.hark.safety;

import dev.hark.market.hub.RequesterDesk;

/** A requester who approves one answer, in a process of its own. */
final class ApproveMain {
  private ApproveMain() {}

  public static void main(String[] args) {
    try (RequesterDesk desk = new RequesterDesk(args[0], args[1])) {
      desk.approve(args[2]);
    }
    System.out.println("approved");
  }
}
