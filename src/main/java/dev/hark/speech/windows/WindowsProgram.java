package dev.hark.speech.windows;

import dev.hark.speech.Programs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A PowerShell that lists the voices and then stays, as its start takes half a second. Used by one
 * thread at a time.
 */
final class WindowsProgram implements AutoCloseable {
  private static final long START_SECONDS = 10;
  private static final long SPEAK_SECONDS = 4;
  private static final String END = "end";

  private final Process process;
  private final BufferedWriter to;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<WindowsVoice> voices = new ArrayList<>();
  private final String usual;
  private boolean ended;

  /**
   * Starts it and waits for its voices.
   *
   * @throws IOException where it ends, or does not answer
   */
  WindowsProgram(Path program) throws IOException {
    process =
        Programs.start(
            List.of(
                program.toString(),
                "-NoLogo",
                "-NoProfile",
                "-NonInteractive",
                "-EncodedCommand",
                encodedScript()));
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
    Thread.ofPlatform().daemon().name("windows voices").start(this::read);
    String[] columns = next(START_SECONDS).split("\t", -1);
    while (columns[0].equals("voice") && columns.length > 2) {
      voices.add(new WindowsVoice(columns[1], columns[2].replaceAll("-.*", "")));
      columns = next(START_SECONDS).split("\t", -1);
    }
    if (!columns[0].equals("ready")) {
      close();
      throw new IOException("PowerShell does not speak");
    }
    usual = columns.length > 1 ? columns[1] : "";
  }

  /** PowerShell takes a whole script as base64 of its UTF-16. */
  private static String encodedScript() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(WindowsProgram.class.getResourceAsStream("speak.ps1"))) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
    }
  }

  private void read() {
    try (BufferedReader from =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = from.readLine();
      while (line != null) {
        lines.add(line.strip());
        line = from.readLine();
      }
    } catch (IOException e) {
      System.getLogger(WindowsProgram.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
    lines.add(END);
  }

  private String next(long seconds) throws IOException {
    try {
      String line = lines.poll(seconds, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        close();
        throw new IOException("PowerShell ended or does not answer");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  List<WindowsVoice> voices() {
    return List.copyOf(voices);
  }

  /** The voice that the person chose in the system's settings. */
  String usual() {
    return usual;
  }

  boolean alive() {
    return !ended && process.isAlive();
  }

  /**
   * Speaks into a file.
   *
   * @param rate -10 to 10
   * @param volume 0 to 100
   */
  void speak(String text, String voice, int rate, int volume, Path file) throws IOException {
    String words = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    to.write(
        String.join(
            "\t", voice, Integer.toString(rate), Integer.toString(volume), file.toString(), words));
    to.write("\n");
    to.flush();
    if (!next(SPEAK_SECONDS).equals("done")) {
      throw new IOException("the voice " + voice + " failed");
    }
  }

  @Override
  public void close() {
    ended = true;
    process.destroy();
  }
}
