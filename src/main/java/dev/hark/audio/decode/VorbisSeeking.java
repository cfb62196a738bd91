package dev.hark.audio.decode;

import java.io.IOException;

/**
 * Ogg Vorbis: a page says how many frames there are up to its end. The first page of a part is
 * decoded by itself, to learn where its sound begins.
 */
final class VorbisSeeking implements Seeking {
  private final OggPages pages;

  /**
   * @param in stands at the start of the file
   */
  VorbisSeeking(Bytes bytes, Bytes.Reader in) throws IOException {
    pages = new OggPages(bytes, in, VorbisStream.MARK);
  }

  @Override
  public long frames() {
    return pages.last();
  }

  @Override
  public Begun at(long frame) throws IOException {
    OggPages.Page low = pages.before(frame);
    return low == null
        ? new Begun(new VorbisStream(pages.all()), 0)
        : new Begun(new VorbisStream(pages.from(low.place())), low.granule() - length(low));
  }

  /** How many frames a page gives by itself. */
  private long length(OggPages.Page page) throws IOException {
    long length = 0;
    try (VorbisStream alone = new VorbisStream(pages.part(page.place(), page.end()))) {
      float[] part = new float[4096 * alone.channels()];
      for (int read = alone.read(part); read >= 0; read = alone.read(part)) {
        length += read;
      }
    }
    return length;
  }
}
