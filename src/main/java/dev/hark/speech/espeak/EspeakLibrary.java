package dev.hark.speech.espeak;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.hark.speech.Pcm;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code libespeak-ng}, as its header {@code speak_lib.h} declares them. The
 * library has one state for the whole process, so there is one of this for each library, and one
 * text at a time.
 */
final class EspeakLibrary {
  private static final int SYNCHRONOUS = 2;
  private static final int DO_NOT_EXIT = 0x8000;
  private static final int UTF_8_AND_END_PAUSE = 0x1001;
  private static final int RATE = 1;
  private static final int PITCH = 3;
  private static final int CHUNK_MILLIS = 20;
  private static final int GO_ON = 0;
  private static final int ABORT = 1;
  private static final int MOST_VOICES = 2_000;
  private static final long VOICE_BYTES = ADDRESS.byteSize() * 2;

  private static final FunctionDescriptor CALLBACK =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols;
  private final MethodHandle synth;
  private final MethodHandle setParameter;
  private final MethodHandle setVoiceByName;
  private final MethodHandle listVoices;
  private final int sampleRate;
  private final ReentrantLock lock = new ReentrantLock();
  private short[] chunk = new short[8_000];
  private @Nullable Pcm out;

  /**
   * Loads and starts it; takes about 20 ms.
   *
   * @param file where it is, or the name that the system's loader knows
   * @throws IllegalArgumentException where there is none
   * @throws IllegalStateException where it cannot be started, as without its data
   */
  EspeakLibrary(String file) {
    symbols = SymbolLookup.libraryLookup(file, Arena.global());
    synth =
        function(
            "espeak_Synth",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS,
                ADDRESS));
    setParameter =
        function(
            "espeak_SetParameter", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    setVoiceByName = function("espeak_SetVoiceByName", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    listVoices = function("espeak_ListVoices", FunctionDescriptor.of(ADDRESS, ADDRESS));
    MethodHandle initialize =
        function(
            "espeak_Initialize",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    MethodHandle setCallback =
        function("espeak_SetSynthCallback", FunctionDescriptor.ofVoid(ADDRESS));
    try {
      sampleRate =
          (int) initialize.invokeExact(SYNCHRONOUS, CHUNK_MILLIS, MemorySegment.NULL, DO_NOT_EXIT);
      if (sampleRate <= 0) {
        throw new IllegalStateException("eSpeak NG does not start");
      }
      MethodHandle take =
          MethodHandles.lookup()
              .bind(
                  this,
                  "take",
                  MethodType.methodType(
                      int.class, MemorySegment.class, int.class, MemorySegment.class));
      setCallback.invokeExact(linker.upcallStub(take, CALLBACK, Arena.global()));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        symbols
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("the library lacks " + name));
    return linker.downcallHandle(address, descriptor);
  }

  private static RuntimeException failed(Throwable e) {
    return e instanceof IllegalStateException own
        ? own
        : new IllegalStateException("eSpeak NG failed", e);
  }

  /** Codes of the languages that its voices speak, ISO 639. */
  Set<String> languages() {
    Set<String> codes = new LinkedHashSet<>();
    lock.lock();
    try {
      MemorySegment list = (MemorySegment) listVoices.invokeExact(MemorySegment.NULL);
      MemorySegment voices = list.reinterpret(ADDRESS.byteSize() * MOST_VOICES);
      for (int i = 0; i < MOST_VOICES; i++) {
        MemorySegment voice = voices.getAtIndex(ADDRESS, i);
        if (voice.equals(MemorySegment.NULL)) {
          break;
        }
        codes.add(language(voice.reinterpret(VOICE_BYTES)));
      }
    } catch (Throwable e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
    return codes;
  }

  /** A voice has its name first, then its languages: a byte for how well, then a code. */
  private static String language(MemorySegment voice) {
    MemorySegment languages = voice.get(ADDRESS, ADDRESS.byteSize());
    return languages.reinterpret(64).getString(1).replaceAll("-.*", "");
  }

  /** Whether it has a voice of that name. */
  boolean knows(String voice) {
    lock.lock();
    try (Arena arena = Arena.ofConfined()) {
      return (int) setVoiceByName.invokeExact(arena.allocateFrom(voice)) == 0;
    } catch (Throwable e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Speaks into {@code to} until done, or until it wants no more.
   *
   * @param voice a name of its own, such as {@code nl} or {@code en+f3}
   * @param rate words a minute
   * @param pitch 0 to 99, 50 being the voice's own
   * @throws UnknownVoice where it has none of that name
   * @throws IllegalStateException where it failed, or another text holds it for too long
   */
  void speak(String text, String voice, int rate, int pitch, Pcm to) {
    if (!held()) {
      throw new IllegalStateException("eSpeak NG is held by another text");
    }
    try (Arena arena = Arena.ofConfined()) {
      if ((int) setVoiceByName.invokeExact(arena.allocateFrom(voice)) != 0) {
        throw new UnknownVoice(voice);
      }
      require((int) setParameter.invokeExact(RATE, rate, 0));
      require((int) setParameter.invokeExact(PITCH, pitch, 0));
      out = to;
      MemorySegment words = arena.allocateFrom(text);
      require(
          (int)
              synth.invokeExact(
                  words,
                  words.byteSize(),
                  0,
                  0,
                  0,
                  UTF_8_AND_END_PAUSE,
                  MemorySegment.NULL,
                  MemorySegment.NULL));
    } catch (Throwable e) {
      throw failed(e);
    } finally {
      out = null;
      lock.unlock();
    }
  }

  private boolean held() {
    try {
      return lock.tryLock(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void require(int error) {
    if (error != 0) {
      throw new IllegalStateException("eSpeak NG failed with " + error);
    }
  }

  /** Called by the library while it speaks. What it throws would end the process, so nothing is. */
  @SuppressWarnings("unused") // by its name, above
  private int take(MemorySegment wave, int count, MemorySegment events) {
    try {
      Pcm to = out;
      if (to == null) {
        return ABORT;
      }
      if (count <= 0 || wave.equals(MemorySegment.NULL)) {
        return GO_ON;
      }
      if (chunk.length < count) {
        chunk = new short[count];
      }
      MemorySegment.copy(
          wave.reinterpret((long) count * JAVA_SHORT.byteSize()), JAVA_SHORT, 0, chunk, 0, count);
      return to.write(chunk, count, sampleRate) ? GO_ON : ABORT;
    } catch (Throwable e) {
      System.getLogger(EspeakLibrary.class.getName()).log(System.Logger.Level.WARNING, e);
      return ABORT;
    }
  }

  /** It has no such voice. */
  static final class UnknownVoice extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnknownVoice(String voice) {
      super("eSpeak NG has no voice " + voice);
    }
  }
}
