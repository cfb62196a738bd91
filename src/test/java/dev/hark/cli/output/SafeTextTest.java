package dev.hark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import dev.hark.fault.Sentence;
import dev.hark.wording.Wording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Requirement("FRO-10")
final class SafeTextTest {
  @Test
  void sequencesForTheTerminalBecomeHarmless() {
    assertEquals("[2Jnow [31mred", SafeText.line("\u001b[2Jnow\u001b[31mred"));
    assertEquals("a b", SafeText.line("a\u009b\r\nb"));
    assertEquals("gnp.exe", SafeText.line("\u202egnp.exe"));
    assertEquals("été, 字 😀", SafeText.line("été, 字 😀"));
  }

  @Test
  void noOutputLetsThemThrough() {
    Wording english = Wording.of(Locale.ENGLISH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Sentence hostile = Sentence.of("session.prompt", "ok\u001b]0;title\u0007\u001b[2K");
    PlainOutput plain = new PlainOutput(english, stream, stream);
    plain.say(hostile);
    plain.progress(hostile);
    plain.fault(hostile, 5);
    new JsonOutput(english, stream, stream).say(hostile);
    String out = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(-1, out.indexOf('\u001b'), out);
    assertEquals(-1, out.indexOf('\u0007'), out);
  }
}
