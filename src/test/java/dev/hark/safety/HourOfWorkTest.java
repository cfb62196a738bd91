package dev.hark.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wire.MediumJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.QuestionJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour of sound from a hub to a worker's ear, neither of whom has room for it in memory. */
class HourOfWorkTest {
  private static final int RATE = 16_000;
  private static final int SECONDS = 3600;
  private static final int FIRST = 1234;
  private static final int LAST = 4321;

  @TempDir Path folder;

  @Test
  @Requirement("SND-36")
  void anHourIsUploadedFetchedAndHeardFromItsStartAndItsEnd() throws Exception {
    Path wav = folder.resolve("hour.wav");
    write(wav);
    try (Child hub = new Child("80m", Map.of(), HubMain.class, folder.resolve("hub"))) {
      String address = hub.await(line -> line.startsWith("uri ")).substring(4);
      try (Work work = new Work(address)) {
        MediumJson medium =
            work.desk().upload(wav, "audio/wav", Optional.of(Duration.ofSeconds(SECONDS)));
        assertEquals(SECONDS, medium.seconds());
        publish(work, medium);
        try (Child worker =
            new Child(
                "32m",
                Map.of(),
                HourMain.class,
                folder,
                address,
                work.newWorker().token(),
                FIRST,
                LAST)) {
          String jumped = worker.await(line -> line.startsWith("jumped in "));
          assertTrue(Integer.parseInt(jumped.replaceAll("\\D", "")) < 1000, jumped);
          assertEquals("length " + SECONDS, worker.await(line -> line.startsWith("length ")));
          String memory = worker.await(line -> line.startsWith("memory "));
          assertTrue(Integer.parseInt(memory.replaceAll("\\D", "")) <= 32, memory);
        }
      }
    }
  }

  private static void publish(Work work, MediumJson medium) {
    QuestionJson question = new QuestionJson("text", "Listen", List.of(medium), null, null);
    work.desk()
        .publish(
            new NewTaskGroupJson(
                "Hear an hour",
                "TRANSCRIBE",
                "en",
                new MoneyJson(Work.REWARD, "EUR"),
                7200,
                List.of("HEARING"),
                List.of(),
                null,
                null,
                List.of(new NewTaskGroupJson.NewTaskJson(question, null))),
            UUID.randomUUID().toString());
  }

  /** 115 MB: one value at its start, another at its end, and silence between. */
  private static void write(Path wav) throws IOException {
    int bytes = RATE * SECONDS * 2;
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(bytes + 36);
    head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    head.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    head.putShort((short) 2).putShort((short) 16);
    head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    try (RandomAccessFile out = new RandomAccessFile(wav.toFile(), "rw")) {
      out.write(head.array());
      out.write(seconds(FIRST));
      out.setLength(44L + bytes);
      out.seek(44L + bytes - 10 * 2 * RATE);
      out.write(seconds(LAST));
    }
  }

  private static byte[] seconds(int value) {
    ByteBuffer sound = ByteBuffer.allocate(10 * 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
    while (sound.hasRemaining()) {
      sound.putShort((short) value);
    }
    return sound.array();
  }
}
