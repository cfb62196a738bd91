package dev.hark.hub.demo;

import java.util.List;
import java.util.Optional;

/** The id of a picture, which says where it stands in the plan. */
final class PictureId {
  static final String PREFIX = "pic_";

  private PictureId() {}

  static String of(GroupPlan group, int index) {
    return PREFIX + group.id() + "_" + index;
  }

  /** Empty where no picture has this id. */
  static Optional<PicturePlan> find(String id, List<GroupPlan> groups) {
    if (!id.startsWith(PREFIX)) {
      return Optional.empty();
    }
    for (GroupPlan group : groups) {
      if (group.picture() != null && id.equals(of(group, 0))) {
        return Optional.of(group.picture());
      }
      if (group.pictures() != null) {
        for (int i = 0; i < group.pictures().size(); i++) {
          if (id.equals(of(group, i))) {
            return Optional.of(group.pictures().get(i));
          }
        }
      }
    }
    return Optional.empty();
  }
}
