package dev.hark.cli.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal, with keys read singly and nothing echoed. Closing it, or the end of the process by
 * a signal, leaves it as it was found.
 */
public final class KeyTerminal implements AutoCloseable {
  private static final String PASTES_ARE_MARKED = "\u001b[?2004h";
  private static final String PASTES_ARE_NOT = "\u001b[?2004l";

  /**
   * Elsewhere stty does it: the native way loses the speed of a serial line, and so hangs it up.
   */
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Terminal terminal;
  private final Attributes before;
  private final KeyReader keys;
  private final KeyScreen screen;
  private volatile int width;
  private final Thread atExit = new Thread(this::restore, "terminal");

  private KeyTerminal(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    NonBlockingReader reader = terminal.reader();
    this.keys = new KeyReader(reader::read);
    this.width = terminal.getWidth();
    this.screen = new KeyScreen(this::raw, () -> width);
    terminal.handle(Terminal.Signal.WINCH, _ -> width = terminal.getWidth());
    terminal.handle(Terminal.Signal.CONT, _ -> terminal.enterRawMode());
    Runtime.getRuntime().addShutdownHook(atExit);
    raw(PASTES_ARE_MARKED);
  }

  /** Empty where the terminal can do no more than lines. */
  public static Optional<KeyTerminal> open() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .ffm(WINDOWS)
              .jni(false)
              .exec(!WINDOWS)
              .dumb(false)
              .encoding(StandardCharsets.UTF_8)
              .nativeSignals(true)
              .build();
      if (Terminal.TYPE_DUMB.equals(terminal.getType())) {
        terminal.close();
        return Optional.empty();
      }
      return Optional.of(new KeyTerminal(terminal));
    } catch (IOException | IllegalStateException | LinkageError e) {
      return Optional.empty();
    }
  }

  KeyReader keys() {
    return keys;
  }

  KeyScreen screen() {
    return screen;
  }

  /** Writes one line. */
  public void line(String text) {
    screen.line(text);
  }

  /** Called on a thread of its own when Ctrl-C is pressed. */
  void onInterrupt(Runnable interrupt) {
    terminal.handle(Terminal.Signal.INT, _ -> interrupt.run());
  }

  private void raw(String text) {
    terminal.writer().write(text);
    terminal.writer().flush();
  }

  private void restore() {
    raw(PASTES_ARE_NOT);
    terminal.setAttributes(before);
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The process ends already, and restores by itself.
    }
    try {
      terminal.close();
    } catch (IOException _) {
      // Its attributes are restored; there is nothing more to give back.
    }
  }
}
