package dev.hark.cli.hub;

import java.util.List;
import java.util.Optional;

/**
 * Where a hub listens.
 *
 * @param host empty for this computer only
 * @param port 0 for any free one
 * @param proxies addresses or networks of the proxies that speak TLS for it
 * @param overlays whether anybody may read ratings in the shapes that old overlays know
 */
public record Listening(Optional<String> host, int port, List<String> proxies, boolean overlays) {
  public Listening {
    proxies = List.copyOf(proxies);
  }
}
