package dev.hark.hub.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One picture to look at, as it stands in {@code sight.json}: exactly one of the first four.
 *
 * @param gold the right answer, absent where a person decides
 * @param description what it shows, absent where the requester gives none
 */
record PicturePlan(
    Picture.@Nullable Receipt receipt,
    @Nullable Map<String, String> grid,
    Picture.@Nullable Photo photo,
    Picture.@Nullable Posture posture,
    @Nullable String gold,
    @Nullable String description) {

  Picture picture() {
    if (receipt != null) {
      return receipt;
    }
    if (grid != null) {
      return new Picture.Grid(grid);
    }
    if (photo != null) {
      return photo;
    }
    if (posture != null) {
      return posture;
    }
    throw new IllegalStateException("a picture of nothing");
  }
}
