package dev.hark.speech.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.speech.listen.Endpoints.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Requirement("VOI-5")
class EndpointsTest {
  private static final int SECOND = Recognizer.RATE;

  private final Random random = new Random(3);
  private Endpoints endpoints = fresh();
  private final List<Event> events = new ArrayList<>();

  private static Endpoints fresh() {
    return new Endpoints(
        Duration.ofMillis(100),
        Duration.ofMillis(180),
        Duration.ofMillis(500),
        Duration.ofMillis(2500));
  }

  /** Noise of that amplitude; speech is a louder one here. */
  private void sound(double amplitude, int samples) {
    short[] step = new short[Endpoints.STEP];
    for (int i = 0; i < samples / Endpoints.STEP; i++) {
      for (int k = 0; k < step.length; k++) {
        step[k] = (short) (amplitude * random.nextGaussian());
      }
      Event event = endpoints.take(step);
      if (event != Event.NONE) {
        events.add(event);
      }
    }
  }

  @Test
  void silenceAndASteadyNoiseAreNoSpeech() {
    sound(0, 3 * SECOND);
    assertEquals(List.of(), events);
    sound(600, 7 * SECOND);
    assertEquals(
        List.of(Event.BEGAN, Event.TOO_LONG), events.subList(0, 2), "a noise that sets in");
    assertEquals(Event.ENDED, events.getLast(), "it is soon the room");
    assertEquals(1, events.stream().filter(Event.BEGAN::equals).count());
  }

  @Test
  void speechBeginsAndEndsAlsoInNoise() {
    for (double room : new double[] {1, 60, 300}) {
      events.clear();
      endpoints = fresh();
      sound(room, SECOND);
      sound(4000, SECOND);
      sound(room, SECOND / 4);
      assertEquals(List.of(Event.BEGAN, Event.PAUSED, Event.SETTLED), events, "room " + room);
      assertEquals(1.0, endpoints.spoken().toMillis() / 1000.0, 0.03);
      int said = endpoints.said().length;
      assertTrue(said >= SECOND && said <= SECOND * 17 / 10, "said " + said);
      sound(room, SECOND / 2);
      assertEquals(Event.ENDED, events.get(3));
    }
  }

  @Test
  void whoSpeaksOnAfterAMomentIsNotCutOff() {
    sound(1, SECOND / 2);
    sound(4000, SECOND / 2);
    sound(1, SECOND * 12 / 100);
    sound(4000, SECOND / 2);
    sound(1, SECOND / 5);
    assertEquals(
        List.of(Event.BEGAN, Event.PAUSED, Event.RESUMED, Event.PAUSED, Event.SETTLED), events);
  }

  @Test
  void whatGoesOnForLongIsSaidToBeTooLong() {
    sound(1, SECOND / 2);
    sound(4000, 3 * SECOND);
    assertEquals(Event.BEGAN, events.get(0));
    assertEquals(Event.TOO_LONG, events.get(1));
  }
}
