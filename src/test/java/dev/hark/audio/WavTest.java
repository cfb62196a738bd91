package dev.hark.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("SND-1")
class WavTest {
  private static final short[] VALUES = {0, 256, -256, 12_800, -12_800, 32_512, -32_512};

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Clip clip = new Clip(VALUES, 16_000);
    Path file = folder.resolve("a.wav");
    Wav.write(file, clip);
    Clip back = Wav.read(file);
    assertArrayEquals(VALUES, back.samples());
    assertEquals(16_000, back.rate());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 1",
    "1, 16, 1",
    "1, 24, 1",
    "1, 32, 1",
    "3, 32, 1",
    "3, 64, 1",
    "1, 16, 2",
    "1, 24, 2",
    "3, 32, 2",
    "1, 8, 8"
  })
  void everyCommonKindIsReadAsTheSameSound(int tag, int bits, int channels) {
    assertSounds(file(tag, bits, channels, 44_100, false));
    assertSounds(file(tag, bits, channels, 44_100, true));
  }

  private static void assertSounds(byte[] file) {
    Clip clip = Wav.decode(file, "a.wav");
    assertEquals(44_100, clip.rate());
    assertEquals(VALUES.length, clip.samples().length);
    for (int i = 0; i < VALUES.length; i++) {
      assertEquals(VALUES[i], clip.samples()[i], 2);
    }
  }

  @Test
  void telephoneCodingsAreReadWithTheirSignAndSize() {
    // G.711's loudest, quietest and a middle code of each law.
    assertArrayEquals(
        new short[] {-32_124, 32_124, 0, -3_900, 3_900},
        Wav.decode(raw(7, 8, new byte[] {0x00, (byte) 0x80, (byte) 0xff, 0x30, (byte) 0xb0}), "m")
            .samples());
    assertArrayEquals(
        new short[] {-8, 8, -32_256, 32_256},
        Wav.decode(raw(6, 8, new byte[] {0x55, (byte) 0xd5, 0x2a, (byte) 0xaa}), "a").samples());
  }

  @Test
  void bothSidesOfAStereoRecordingAreHeard() {
    byte[] data = new byte[8];
    ByteBuffer.wrap(data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 1000)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 2000);
    assertArrayEquals(
        new short[] {500, 1000}, Wav.decode(chunks(format(1, 16, 2, 8000), data), "s").samples());
  }

  @Test
  void aFileThatWasCutOffPlaysAsFarAsItGoes() {
    byte[] whole = Wav.encode(new Clip(new short[1000], 16_000));
    assertEquals(500, Wav.decode(Arrays.copyOf(whole, 44 + 1001), "cut").samples().length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
  void aStreamedFileWithoutALengthPlaysToItsEnd(int length) {
    byte[] file = Wav.encode(new Clip(new short[1000], 16_000));
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, length);
    assertEquals(1000, Wav.decode(file, "streamed").samples().length);
  }

  @Test
  void chunksBeforeAndAfterTheSoundAreNoSound() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] plain = Wav.encode(new Clip(VALUES, 8000));
    file.write(plain, 0, 36);
    file.writeBytes(new byte[] {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0});
    file.write(plain, 36, plain.length - 36);
    file.writeBytes(new byte[] {'I', 'D', '3', ' ', 4, 0, 0, 0, 1, 2, 3, 4});
    assertArrayEquals(VALUES, Wav.decode(file.toByteArray(), "tagged").samples());
  }

  @Test
  void whatCannotBeDecodedIsSaidInASentenceThatNamesTheFile() throws Exception {
    refused("audio.empty", new byte[0]);
    refused("audio.not-wav", "<html>404</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    refused("audio.not-wav", new byte[] {'I', 'D', '3'});
    refused("audio.empty", Wav.encode(new Clip(new short[0], 16_000)));
    refused("audio.empty", chunks(format(1, 16, 1, 8000), new byte[] {1}));
    refused("audio.unknown-form", chunks(format(0x55, 16, 1, 8000), new byte[100]));
    refused("audio.unknown-form", chunks(format(1, 16, 0, 8000), new byte[100]));
    refused("audio.unknown-form", chunks(format(1, 16, 9, 8000), new byte[100]));
    refused("audio.unknown-form", chunks(format(1, 16, 1, 1), new byte[100]));
    refused("audio.unknown-form", chunks(format(1, 16, 1, -5), new byte[100]));
    refused("audio.unknown-form", chunks(format(1, 40, 1, 8000), new byte[100]));
    refused("audio.unknown-form", chunks(new byte[4], new byte[100]));
    Fault missing = assertThrows(Fault.BadFile.class, () -> Wav.read(folder.resolve("gone.wav")));
    assertEquals("audio.missing", missing.sentence().key());
    Path directory = Files.createDirectory(folder.resolve("d.wav"));
    assertThrows(Fault.BadFile.class, () -> Wav.read(directory));
  }

  private static void refused(String key, byte[] file) {
    Fault fault = assertThrows(Fault.BadFile.class, () -> Wav.decode(file, "clip 7"));
    assertEquals(key, fault.sentence().key());
    assertEquals("clip 7", fault.sentence().args().getFirst());
  }

  @Test
  void aFileTooLargeToHoldIsRefusedBeforeItIsRead() throws Exception {
    Path large = folder.resolve("large.wav");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.write(Wav.header(16_000, 1));
      file.setLength(Wav.MOST_BYTES + 1);
    }
    Fault fault = assertThrows(Fault.BadFile.class, () -> Wav.read(large));
    assertEquals("audio.too-long", fault.sentence().key());
  }

  @Test
  void noDamageEverDoesMoreThanAFault() {
    byte[] sound = file(1, 16, 2, 16_000, true);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
      for (int j = 0; j < 1 + i % 8 && damaged.length > 0; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        Wav.decode(damaged, "damaged");
      } catch (Fault.BadFile expected) {
        assertEquals("damaged", expected.sentence().args().getFirst());
      }
    }
  }

  private static byte[] raw(int tag, int bits, byte[] data) {
    return chunks(format(tag, bits, 1, 8000), data);
  }

  private static byte[] file(int tag, int bits, int channels, int rate, boolean extensible) {
    ByteBuffer data =
        ByteBuffer.allocate(VALUES.length * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (short value : VALUES) {
      for (int channel = 0; channel < channels; channel++) {
        switch (bits + (tag == 3 ? 1 : 0)) {
          case 8 -> data.put((byte) (value / 256 + 128));
          case 16 -> data.putShort(value);
          case 24 -> data.put((byte) 0).putShort(value);
          case 32 -> data.putInt(value << 16);
          case 33 -> data.putFloat(value / 32_768f);
          default -> data.putDouble(value / 32_768.0);
        }
      }
    }
    byte[] format = format(tag, bits, channels, rate);
    if (extensible) {
      format = Arrays.copyOf(format, 40);
      ByteBuffer long40 = ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN);
      long40.putShort(0, (short) 0xfffe).putShort(16, (short) 22).putShort(18, (short) bits);
      long40.putShort(24, (short) tag);
    }
    return chunks(format, data.array());
  }

  private static byte[] format(int tag, int bits, int channels, int rate) {
    int block = channels * bits / 8;
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) tag)
        .putShort((short) channels)
        .putInt(rate)
        .putInt(rate * block)
        .putShort((short) block)
        .putShort((short) bits)
        .array();
  }

  private static byte[] chunks(byte[] format, byte[] data) {
    byte[] plain = Wav.header(8000, 0);
    return ByteBuffer.allocate(28 + format.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(plain, 0, 16)
        .putInt(format.length)
        .put(format)
        .put(plain, 36, 4)
        .putInt(data.length)
        .put(data)
        .array();
  }
}
