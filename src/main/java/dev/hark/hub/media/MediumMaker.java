package dev.hark.hub.media;

import java.util.Optional;

/**
 * Makes sounds and pictures when somebody first asks for them, so that a market with hours of
 * recordings is there at once. The hub asks for a medium whose row has an empty {@code sha256} and
 * no file, keeps the bytes as the medium's file, and never asks for it again. Safe for use by
 * several threads.
 */
@FunctionalInterface
public interface MediumMaker {
  /**
   * @param mediumId as it was given when the medium was announced
   * @return the whole file; empty where this maker knows no such medium
   */
  Optional<byte[]> make(String mediumId);
}
