package dev.hark.audio.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.SoundOutput;
import dev.hark.audio.SoundOutput.Kind;
import dev.hark.audio.SoundOutput.Track;
import dev.hark.fault.Sentence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a device does that dies, is held, or comes back, on lines that do so when told. */
@Requirement("SND-24")
class DeviceOutputTest {
  private static final int RATE = 16_000;
  private static final short[] SECOND = new short[RATE];

  private final List<String> news = new CopyOnWriteArrayList<>();

  private Lines lines(Lines.Result... results) {
    Deque<Lines.Result> left = new ArrayDeque<>(List.of(results));
    return _ -> {
      synchronized (left) {
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
      }
    };
  }

  private SoundOutput open(Lines chosen, Lines usual) {
    return DeviceOutput.open(
        chosen, usual, Duration.ofMillis(20), (Sentence sentence) -> news.add(sentence.key()));
  }

  private static Lines.Open open(HandLine line) {
    return new Lines.Open(line.line());
  }

  private static long said(SoundOutput output) {
    try (SoundOutput.Voice voice = output.open(RATE, Track.SPEECH, "words")) {
      voice.write(SECOND, SECOND.length);
      voice.drain();
      return voice.heard();
    }
  }

  @Test
  void whatIsLeftOfASoundGoesOnOnTheUsualDevice() {
    HandLine chosen = new HandLine(RATE, 4_800);
    HandLine usual = new HandLine(RATE, Long.MAX_VALUE);
    try (SoundOutput output = open(lines(open(chosen)), lines(open(usual)))) {
      assertEquals(RATE, said(output));
      assertEquals(List.of(4_800L, 11_200L), List.of(chosen.taken(), usual.taken()));
      assertEquals(RATE, said(output));
      assertEquals(Kind.DEVICE, output.kind());
    }
    assertEquals(List.of("audio.device-changed"), news);
    VirtualSound.await("the end of the dead line", chosen::closed);
  }

  /** So it is beside a program whose sound is taken far ahead. */
  @Test
  void aDeviceThatHadNoRoomForASecondIsNotGoneAtTheMomentWhenItHasRoom() {
    HandLine late = new HandLine(RATE, Long.MAX_VALUE);
    long begin = System.nanoTime();
    AtomicLong asked = new AtomicLong(begin);
    late.room =
        () -> {
          long now = System.nanoTime();
          boolean atOnceAgain = now - asked.getAndSet(now) < 1_000_000;
          return now - begin > 1_000_000_000 || (now - begin > 700_000_000 && atOnceAgain);
        };
    try (SoundOutput output = open(lines(open(late)), lines(new Lines.Absent()))) {
      assertEquals(RATE, said(output));
    }
    assertEquals(RATE, late.taken());
    assertEquals(List.of(), news);
  }

  @Test
  void withNoOtherDeviceNothingWaitsAndItIsTakenOnceItIsBack() {
    HandLine first = new HandLine(RATE, 4_800);
    HandLine back = new HandLine(RATE, Long.MAX_VALUE);
    try (SoundOutput output =
        open(lines(open(first)), lines(new Lines.Absent(), new Lines.Absent(), open(back)))) {
      assertEquals(4_800, said(output));
      assertEquals(Kind.NONE, output.kind());
      assertEquals(RATE, said(output), "silence takes no time");
      VirtualSound.await("the device", () -> news.contains("audio.device-back"));
      assertEquals(RATE, said(output));
      assertEquals(RATE, back.taken());
    }
    assertEquals(List.of("audio.device-gone", "audio.device-back"), news);
  }

  @Test
  void aDeviceThatAnotherProgramHoldsIsTakenOnceItIsFree() {
    HandLine free = new HandLine(RATE, Long.MAX_VALUE);
    try (SoundOutput output = open(lines(new Lines.Busy(), open(free)), lines(new Lines.Busy()))) {
      assertEquals(Kind.NONE, output.kind());
      assertEquals(List.of("audio.device-busy"), news);
      VirtualSound.await("the device", () -> news.contains("audio.device-back"));
      assertEquals(RATE, said(output));
    }
    assertTrue(free.taken() == RATE);
    assertEquals(List.of("audio.device-busy", "audio.device-back"), news);
  }
}
