package dev.hark.audio.decode;

import java.io.IOException;
import java.io.InputStream;

/** What is alike in streams that lie in Ogg files. */
abstract class OggStream implements SoundStream {
  final OggPackets packets;

  private final InputStream in;
  private int damaged;

  /**
   * @param mark what the first packet begins with
   */
  OggStream(InputStream in, String mark) {
    this.in = in;
    packets = new OggPackets(in, mark);
  }

  /** A packet cannot be decoded. */
  final void leaveOut() {
    damaged++;
  }

  @Override
  public final boolean whole() {
    return packets.ended();
  }

  @Override
  public final int damaged() {
    return damaged + packets.damaged();
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
