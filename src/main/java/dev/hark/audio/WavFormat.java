package dev.hark.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a WAV file says about its samples, checked.
 *
 * @param rate frames a second
 * @param frameBytes bytes of one frame, over all channels
 */
public record WavFormat(Coding coding, int channels, int rate, int frameBytes) {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xfffe;

  /** How one sample is written. */
  public enum Coding {
    INT8(1),
    INT16(2),
    INT24(3),
    INT32(4),
    FLOAT32(4),
    FLOAT64(8),
    A_LAW(1),
    MU_LAW(1);

    private final int bytes;

    Coding(int bytes) {
      this.bytes = bytes;
    }
  }

  /** Null where it cannot be used. */
  public static @Nullable WavFormat parse(ByteBuffer chunk) {
    if (chunk.remaining() < 16) {
      return null;
    }
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    int rate = chunk.getInt(4);
    int block = Short.toUnsignedInt(chunk.getShort(12));
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    if (tag == EXTENSIBLE) {
      if (chunk.remaining() < 26) {
        return null;
      }
      tag = Short.toUnsignedInt(chunk.getShort(24));
    }
    Coding coding = coding(tag, bits);
    boolean usable = channels >= 1 && channels <= 8 && rate >= 1000 && rate <= 384_000;
    if (coding == null || !usable || block != channels * coding.bytes) {
      return null;
    }
    return new WavFormat(coding, channels, rate, block);
  }

  private static @Nullable Coding coding(int tag, int bits) {
    return switch (tag) {
      case PCM ->
          switch ((bits + 7) / 8) {
            case 1 -> Coding.INT8;
            case 2 -> Coding.INT16;
            case 3 -> Coding.INT24;
            case 4 -> Coding.INT32;
            default -> null;
          };
      case FLOAT ->
          switch (bits) {
            case 32 -> Coding.FLOAT32;
            case 64 -> Coding.FLOAT64;
            default -> null;
          };
      case A_LAW -> bits == 8 ? Coding.A_LAW : null;
      case MU_LAW -> bits == 8 ? Coding.MU_LAW : null;
      default -> null;
    };
  }

  /** All channels mixed to one, so that nothing said on one side is lost. */
  short[] mono(ByteBuffer data, int count) {
    short[] samples = new short[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(data, at);
        at += coding.bytes;
      }
      samples[i] = (short) Math.clamp(Math.round(sum / channels), -32_768, 32_767);
    }
    return samples;
  }

  /**
   * One sample.
   *
   * @param data in little-endian order
   * @param at its first byte
   * @return in units of a 16 bit sample
   */
  public double sample(ByteBuffer data, int at) {
    return switch (coding) {
      case INT8 -> ((data.get(at) & 0xff) - 128) * 256.0;
      case INT16 -> data.getShort(at);
      case INT24 ->
          ((data.get(at) & 0xff) | ((data.get(at + 1) & 0xff) << 8) | (data.get(at + 2) << 16))
              / 256.0;
      case INT32 -> data.getInt(at) / 65_536.0;
      case FLOAT32 -> finite(data.getFloat(at));
      case FLOAT64 -> finite(data.getDouble(at));
      case A_LAW -> aLaw(data.get(at) ^ 0x55);
      case MU_LAW -> muLaw(~data.get(at));
    };
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? 0 : Math.clamp(value, -1, 1) * 32_767;
  }

  // ITU-T G.711.
  private static double aLaw(int code) {
    int exponent = (code >> 4) & 7;
    int mantissa = code & 0xf;
    int small = mantissa << 4;
    int size = exponent == 0 ? small + 8 : (small + 0x108) << (exponent - 1);
    return (code & 0x80) != 0 ? size : -size;
  }

  private static double muLaw(int code) {
    int size = (((code & 0xf) << 3) + 0x84) << ((code >> 4) & 7);
    return (code & 0x80) != 0 ? 0x84 - size : size - 0x84;
  }
}
