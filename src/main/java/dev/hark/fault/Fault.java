package dev.hark.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong that a person must hear of. Carries one plain sentence (what, where, what to
 * do) for the listener and, where there is one, a technical cause for the log. One switch turns a
 * fault into an exit code ({@code dev.hark.cli.ExitCode}), one into an HTTP status ({@code
 * dev.hark.hub.api}).
 */
public abstract sealed class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  private Fault(Sentence sentence, @Nullable Throwable cause) {
    super(sentence.key() + " " + sentence.args(), cause);
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }

  /** The command line, or words typed in a session, cannot be understood. */
  public static final class Usage extends Fault {
    private static final long serialVersionUID = 1L;

    public Usage(Sentence sentence) {
      super(sentence, null);
    }
  }

  /** A file that the user keeps or gives (filter, voice, audio, settings) cannot be used. */
  public static final class BadFile extends Fault {
    private static final long serialVersionUID = 1L;

    public BadFile(Sentence sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The hub cannot be reached, is too slow, or says what no hub says. What was typed is kept. */
  public static final class HubDown extends Fault {
    private static final long serialVersionUID = 1L;

    public HubDown(Sentence sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The client's own store or disk failed. */
  public static final class Storage extends Fault {
    private static final long serialVersionUID = 1L;

    public Storage(Sentence sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The hub understood and said no. The same type is thrown inside the hub and by its client. */
  public static final class Refused extends Fault {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;
    private transient List<Object> details = List.of();

    /**
     * @param refusal the reason; its sentence's key is {@code refused.} and the refusal's code
     * @param args arguments of that sentence
     */
    public Refused(Refusal refusal, Object... args) {
      super(Sentence.of("refused." + refusal.code(), args), null);
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }

    /** The same, with what stands behind it, for whoever can read more than the sentence. */
    public Refused because(List<?> details) {
      this.details = List.copyOf(details);
      return this;
    }

    /** What stands behind the sentence, one by one; mostly empty. */
    public List<Object> details() {
      return details;
    }
  }
}
