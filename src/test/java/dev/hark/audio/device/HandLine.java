package dev.hark.audio.device;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** A line that takes all at once, until it dies: then it has room, and takes nothing. */
final class HandLine {
  private static final int ROOM = 3_200;

  private final int rate;
  private final AtomicLong taken = new AtomicLong();
  private final long diesAfter;
  private volatile boolean closed;

  /** Asked each time that somebody wants to know whether it has room. */
  volatile BooleanSupplier room = () -> true;

  /**
   * @param diesAfter samples
   */
  HandLine(int rate, long diesAfter) {
    this.rate = rate;
    this.diesAfter = diesAfter;
  }

  SourceDataLine line() {
    return (SourceDataLine)
        Proxy.newProxyInstance(
            HandLine.class.getClassLoader(), new Class<?>[] {SourceDataLine.class}, this::call);
  }

  private @Nullable Object call(Object proxy, Method method, Object... arguments) {
    return switch (method.getName()) {
      case "available" -> room.getAsBoolean() ? ROOM : 0;
      case "write" -> write((int) arguments[2]);
      case "getLongFramePosition" -> taken.get();
      case "getFormat" -> LineOpener.format(rate);
      case "close" -> close();
      case "start", "stop", "flush" -> null;
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private @Nullable Object close() {
    closed = true;
    return null;
  }

  private int write(int bytes) {
    if (taken.get() >= diesAfter) {
      return 0;
    }
    taken.addAndGet(bytes / 2);
    return bytes;
  }

  long taken() {
    return taken.get();
  }

  boolean closed() {
    return closed;
  }
}
