package dev.hark.audio.decode;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Ogg Opus: decoding begins behind a page that says where it ends, so long before the frame that
 * the decoder has settled by then (RFC 7845, 4.6).
 */
final class OpusSeeking implements Seeking {
  private static final int SETTLE = OpusStream.RATE * 80 / 1000;

  private final OggPages pages;
  private final int skip;

  /**
   * @param in stands at the start of the file
   */
  OpusSeeking(Bytes bytes, Bytes.Reader in) throws IOException {
    pages = new OggPages(bytes, in, OpusStream.MARK);
    byte[] head = pages.head();
    int body = OggPages.HEAD + (head[OggPages.HEAD - 1] & 0xff);
    if (head.length < body) {
      throw new NotSound();
    }
    skip = OpusStream.Head.read(ByteBuffer.wrap(head, body, head.length - body).slice()).skip();
  }

  @Override
  public long frames() {
    return Math.max(0, pages.last() - skip);
  }

  @Override
  public Begun at(long frame) throws IOException {
    OggPages.Page low = pages.before(frame + skip - SETTLE);
    return low == null
        ? new Begun(new OpusStream(pages.all(), false), -skip)
        : new Begun(new OpusStream(pages.from(low.end()), false), low.granule() - skip);
  }
}
