package dev.hark.task;

/** What a worker who does not meet a requirement is kept from. */
public enum Guard {
  ACCEPT,
  PREVIEW_AND_ACCEPT,
  /** The group is not even listed. */
  DISCOVER_PREVIEW_AND_ACCEPT;

  public boolean guardsPreview() {
    return this != ACCEPT;
  }

  public boolean guardsDiscovery() {
    return this == DISCOVER_PREVIEW_AND_ACCEPT;
  }
}
