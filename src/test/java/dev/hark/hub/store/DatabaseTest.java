package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Requirement("STORE-1")
class DatabaseTest {
  @Test
  void bothKindsAreReadFromTheirUrls() {
    assertEquals(
        new Database.Sqlite(Path.of("/x/hub.db")), Database.parse("jdbc:sqlite:/x/hub.db"));
    String url = "jdbc:postgresql://a,b/hub?targetServerType=primary";
    assertEquals(new Database.Postgres(url, Optional.empty()), Database.parse(url));
  }

  @Test
  void aPasswordIsNeverSaid() {
    assertEquals(
        "jdbc:postgresql://h/hub?user=me&password=***&ssl=true",
        Database.parse("jdbc:postgresql://h/hub?user=me&password=secret&ssl=true").name());
    assertEquals(
        "jdbc:postgresql://me:***@h/hub",
        Database.parse("jdbc:postgresql://me:secret@h/hub").name());
    Database given =
        Database.parse("jdbc:postgresql://h/hub?user=me").withPassword(Optional.of("secret"));
    assertEquals("jdbc:postgresql://h/hub?user=me", given.toString());
  }

  @Test
  void anyOtherUrlIsRefusedInOneSentence() {
    for (String url : new String[] {"", "hub.db", "jdbc:mysql://h/x?password=secret"}) {
      Fault.Usage refused = assertThrows(Fault.Usage.class, () -> Database.parse(url));
      for (Locale language : new Locale[] {Locale.ENGLISH, Locale.of("nl")}) {
        String said = Wording.of(language).say(refused.sentence());
        assertTrue(said.contains("jdbc:postgresql") && !said.contains("secret"), said);
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsToldInOneSentence() {
    Database nowhere = Database.parse("jdbc:postgresql://127.0.0.1:1/hub?user=x&password=secret");
    Fault.Storage refused = assertThrows(Fault.Storage.class, () -> Store.open(nowhere).close());
    String said = Wording.of(Locale.ENGLISH).say(refused.sentence());
    assertTrue(said.contains("127.0.0.1") && !said.contains("secret"), said);
  }
}
