package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.pay.FloorKind;
import dev.hark.pay.Yardstick;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what pay is held against. */
final class FloorOptions {
  @Option(names = "--floor", paramLabel = "PLACE", description = "pay.option.floor")
  private @Nullable String floor;

  @Option(names = "--living", description = "pay.option.living")
  private boolean living;

  /**
   * The floor that was named, else that of the settings.
   *
   * @throws dev.hark.fault.Fault.Usage where what was named is none
   */
  Yardstick pay(Context context) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    FloorKind wanted = living ? FloorKind.LIVING : FloorKind.LEGAL;
    if (floor != null) {
      return Choosing.pay(context, floor, wanted, today);
    }
    Yardstick own = Choosing.pay(context, today);
    return living && own.from().isPresent()
        ? Choosing.pay(context, own.from().get().place(), wanted, today)
        : own;
  }
}
