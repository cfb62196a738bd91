package dev.hark.audio.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.audio.SoundInput;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Requirement("VOI-23")
class MicrophoneTest {
  private static final Set<String> KNOWN =
      Set.of("listen.microphone-missing", "listen.microphone-busy", "listen.microphone-gone");

  @Test
  void aMicrophoneThatIsNotThereIsASentenceAndNeverAFault() {
    SoundInput.Source source = new DeviceInput(Optional.empty(), _ -> {}).open();
    boolean heard = source.read(new short[160]);
    assertEquals(heard, source.trouble().isEmpty(), "silence has a reason");
    source.trouble().ifPresent(why -> assertTrue(KNOWN.contains(why.key()), why.key()));
    source.close();
    assertFalse(source.read(new short[160]), "nothing comes from what is closed");
  }
}
