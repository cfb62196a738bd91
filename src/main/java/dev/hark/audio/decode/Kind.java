package dev.hark.audio.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The kinds of file, told by their first bytes and never by their name. */
enum Kind {
  WAV(SoundFacts.Form.WAV),
  FLAC(SoundFacts.Form.FLAC),
  MP3(SoundFacts.Form.MP3),
  OGG(SoundFacts.Form.OGG_VORBIS),
  OPUS(SoundFacts.Form.OGG_OPUS);

  private static final int HEAD = 40;
  private static final int TAG_HEAD = 10;

  private final SoundFacts.Form form;

  Kind(SoundFacts.Form form) {
    this.form = form;
  }

  /** There is nothing in the file. */
  static final class Empty extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  SoundFacts.Form form() {
    return form;
  }

  /**
   * Looks at the start of a file, and passes over a tag that stands before the sound.
   *
   * @param in stands at the first byte of the sound afterwards
   * @throws NotSound where it is none of them
   */
  static Kind of(InputStream in) throws IOException {
    byte[] head = peek(in);
    if (head.length == 0) {
      throw new Empty();
    }
    for (int tags = 0; startsWith(head, "ID3") && tags < 10; tags++) {
      skipTag(in);
      head = peek(in);
    }
    if (startsWith(head, "RIFF") || startsWith(head, "RF64")) {
      return WAV;
    }
    if (startsWith(head, "fLaC")) {
      return FLAC;
    }
    if (startsWith(head, "OggS")) {
      return holds(head, OpusStream.MARK) ? OPUS : OGG;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xe6) > 0xe0) {
      return MP3;
    }
    throw new NotSound();
  }

  /** Whether the first packet of an Ogg file begins so. */
  private static boolean holds(byte[] head, String mark) {
    int body =
        head.length <= OggPages.HEAD
            ? head.length
            : OggPages.HEAD + Math.min(1, head[OggPages.HEAD - 1]);
    return startsWith(Arrays.copyOfRange(head, body, head.length), mark);
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, String letters) {
    return head.length >= letters.length()
        && new String(Arrays.copyOf(head, letters.length()), StandardCharsets.ISO_8859_1)
            .equals(letters);
  }

  /** Its length is four times seven bits; pictures in it may be large. */
  private static void skipTag(InputStream in) throws IOException {
    byte[] head = in.readNBytes(TAG_HEAD);
    if (head.length < TAG_HEAD) {
      throw new NotSound();
    }
    long length = 0;
    for (int i = 6; i < TAG_HEAD; i++) {
      length = length << 7 | (head[i] & 0x7f);
    }
    boolean footer = (head[5] & 0x10) != 0;
    in.skipNBytes(footer ? length + TAG_HEAD : length);
  }

  SoundStream open(InputStream in) throws IOException {
    return switch (this) {
      case WAV -> new WavStream(in);
      case FLAC -> new FlacStream(in);
      case MP3 -> new Mp3Stream(in);
      case OGG -> new VorbisStream(in);
      case OPUS -> new OpusStream(in, true);
    };
  }
}
