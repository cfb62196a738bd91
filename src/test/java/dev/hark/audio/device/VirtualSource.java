package dev.hark.audio.device;

import dev.hark.audio.Clip;
import java.io.IOException;

/** A microphone of a {@link VirtualSound}. Where nothing is fed it gives silence. */
public final class VirtualSource {
  private final VirtualSound server;
  private final String name;
  private final String room;

  VirtualSource(VirtualSound server, String name, String room) {
    this.server = server;
    this.name = name;
    this.room = room;
  }

  /** Pulls its plug; what was moved to its side of the server is thrown out with it. */
  public void unplug() {
    server.unload("source_name=" + name);
    server.unload("sink_name=" + room);
  }

  /** Lets the microphone hear a clip, and returns when it was heard. */
  public void feed(Clip clip) throws IOException, InterruptedException {
    server.play(clip, room);
  }
}
