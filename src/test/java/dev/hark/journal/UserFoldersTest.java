package dev.hark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
  @TempDir Path folder;

  private UserFolders folders() {
    return UserFolders.of(Map.of("HOME", folder.toString()), "Linux");
  }

  @Test
  @Requirement("ANS-7")
  void homeSaysWhereFilesLie() {
    assertEquals(folder.resolve(".config/hark"), folders().config());
    assertEquals(folder.resolve(".local/share/hark"), folders().data());
    assertEquals(folder.resolve(".cache/hark"), folders().cache());
  }

  @Test
  @Requirement("ANS-7")
  void theXdgVariablesSayItBeforeHomeAndOnlyWhereTheyAreAbsolute() {
    UserFolders folders =
        UserFolders.of(
            Map.of(
                "HOME",
                folder.toString(),
                "XDG_DATA_HOME",
                folder.resolve("d").toString(),
                "XDG_CONFIG_HOME",
                "relative/path",
                "XDG_CACHE_HOME",
                ""),
            "Linux");
    assertEquals(folder.resolve("d/hark"), folders.data());
    assertEquals(folder.resolve(".config/hark"), folders.config());
    assertEquals(folder.resolve(".cache/hark"), folders.cache());
  }

  @Test
  @Requirement("ANS-7")
  void aMacKeepsThemInItsLibrary() {
    UserFolders folders = UserFolders.of(Map.of("HOME", "/Users/me"), "Mac OS X");
    assertEquals(Path.of("/Users/me/Library/Application Support/hark"), folders.data());
    assertEquals(Path.of("/Users/me/Library/Caches/hark"), folders.cache());
  }

  @Test
  @Requirement("ANS-9")
  void onlyTheirOwnerCanLookIntoThem() throws IOException {
    UserFolders made = folders().made();
    assertEquals("rwx------", PermissionsOf.path(made.config()));
    assertEquals("rwx------", PermissionsOf.path(made.data()));
    assertEquals("rwx------", PermissionsOf.path(made.cache()));
    assertEquals(made, folders().made());
  }

  @Test
  @Requirement("ANS-7")
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve(".config"), "a file in the way");
    Fault.Storage fault = assertThrows(Fault.Storage.class, () -> folders().made());
    assertEquals("journal.folder", fault.sentence().key());
    assertEquals(folder.resolve(".config/hark").toString(), fault.sentence().args().getFirst());
  }

  @Test
  @Requirement("ANS-9")
  void accountsAreKeptWhereOnlyTheirOwnerReadsThem() throws IOException {
    Tokens tokens = new Tokens(folders());
    Tokens.Account worker = new Tokens.Account("w1", "secret-1");
    assertEquals(Optional.empty(), tokens.find("demo", Tokens.Role.WORKER));
    tokens.keep("demo", Tokens.Role.WORKER, worker);
    tokens.keep("demo", Tokens.Role.REQUESTER, new Tokens.Account("r1", "secret-2"));
    tokens.keep("https://hub.example", Tokens.Role.WORKER, new Tokens.Account("w2", "secret-3"));
    Tokens again = new Tokens(folders());
    assertEquals(Optional.of(worker), again.find("demo", Tokens.Role.WORKER));
    assertEquals(
        "secret-3", again.find("https://hub.example", Tokens.Role.WORKER).orElseThrow().token());
    assertEquals("r1", again.find("demo", Tokens.Role.REQUESTER).orElseThrow().id());
    assertEquals("rw-------", PermissionsOf.path(folders().data().resolve("tokens.json")));
    assertEquals("Account[id=w1]", worker.toString());
  }

  @Test
  @Requirement("ANS-9")
  void aDamagedAccountsFileIsNamedAndNeverReplaced() throws IOException {
    Path file = folders().made().data().resolve("tokens.json");
    Files.writeString(file, "{\"demo\":");
    Tokens tokens = new Tokens(folders());
    assertThrows(Fault.BadFile.class, () -> tokens.find("demo", Tokens.Role.WORKER));
    Fault.BadFile fault =
        assertThrows(
            Fault.BadFile.class,
            () -> tokens.keep("demo", Tokens.Role.WORKER, new Tokens.Account("w", "t")));
    assertEquals("journal.tokens-damaged", fault.sentence().key());
    assertEquals("{\"demo\":", Files.readString(file));
  }
}
