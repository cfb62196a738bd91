package dev.hark.hub;

import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.NewTaskGroupJson.NewTaskJson;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Groups as requesters may post them, with what is not needed. */
final class Drafted {
  private Drafted() {}

  /** A draft with annotations, without an end. */
  static NewTaskGroupJson group(int tasks, @Nullable Integer copies) {
    return with(TestHub.group(tasks, false, copies), null, true);
  }

  /** On the market at once, for that long. */
  static NewTaskGroupJson lasting(int tasks, long seconds) {
    return with(TestHub.group(tasks, false, null), seconds, false);
  }

  static NewTaskGroupJson with(NewTaskGroupJson some, @Nullable Long lifetime, boolean draft) {
    List<NewTaskJson> tasks =
        IntStream.range(0, some.tasks().size())
            .mapToObj(
                i ->
                    new NewTaskJson(
                        some.tasks().get(i).question(), some.tasks().get(i).gold(), "row " + i))
            .toList();
    return new NewTaskGroupJson(
        some.title(),
        some.kind(),
        some.language(),
        some.reward(),
        some.allowedSeconds(),
        some.needs(),
        some.keywords(),
        some.copies(),
        some.autoApproveSeconds(),
        tasks,
        null,
        lifetime,
        null,
        "batch 7",
        draft);
  }
}
