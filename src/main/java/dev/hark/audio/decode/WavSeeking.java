package dev.hark.audio.decode;

import java.io.IOException;

/** WAV: every frame has as many bytes. */
final class WavSeeking implements Seeking {
  private final Bytes bytes;
  private final WavStream head;
  private final long start;
  private final long frames;

  /**
   * @param in stands at the start of the file
   */
  WavSeeking(Bytes bytes, Bytes.Reader in) throws IOException {
    this.bytes = bytes;
    this.head = new WavStream(in);
    this.start = in.place();
    long there = (bytes.size() - start) / head.format().frameBytes();
    this.frames = Math.min(there, head.promised().orElse(there));
  }

  @Override
  public long frames() {
    return frames;
  }

  @Override
  public Begun at(long frame) {
    long from = Math.clamp(frame, 0, frames);
    long size = head.format().frameBytes();
    return new Begun(
        new WavStream(bytes.from(start + from * size), head.format(), (frames - from) * size),
        from);
  }
}
