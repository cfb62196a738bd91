package dev.hark.filter;

import dev.hark.task.TaskGroup;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a filter may look at, for one task group. Amounts per hour are in major units of the group's
 * currency.
 *
 * @param group the work
 * @param hourlyLow slow quarter's pay per hour, empty where unknown
 * @param hourlyHigh quick quarter's pay per hour, empty where unknown
 * @param timedWorkers people whose times stand behind it
 * @param ratingKnown whether the review source answered at all
 * @param reviewers people who reviewed the requester; 0 where none or unknown
 * @param overall overall rating, empty where none
 * @param lower lower bound of the rating, empty where none
 * @param unjustRejections reviewers who report unjust rejections
 * @param accessibility mean mark for accessibility, empty where none
 * @param decided submissions the requester decided on
 * @param approved those approved
 * @param daysToPay median days from submit to payment, empty where unknown
 * @param me the worker
 */
public record Facts(
    TaskGroup group,
    OptionalDouble hourlyLow,
    OptionalDouble hourlyHigh,
    int timedWorkers,
    boolean ratingKnown,
    int reviewers,
    OptionalDouble overall,
    OptionalDouble lower,
    int unjustRejections,
    OptionalDouble accessibility,
    OptionalInt decided,
    OptionalInt approved,
    OptionalDouble daysToPay,
    Me me) {

  /**
   * What filters may know of the worker; never leaves this machine.
   *
   * @param sees can use a screen
   * @param hears can use sound
   * @param speaks has a microphone and will speak
   * @param camera has a camera and will film
   * @param floor lowest acceptable pay per hour in major units, 0 for none
   * @param floorCurrency its ISO code
   */
  public record Me(
      boolean sees,
      boolean hears,
      boolean speaks,
      boolean camera,
      double floor,
      String floorCurrency) {}
}
