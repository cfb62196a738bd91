package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubStartTest {
  @TempDir Path data;

  /** Gives no connection. */
  private static DataSource broken(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            HubStartTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, args) -> {
              if (method.getName().equals("getConnection")) {
                throw new SQLException("the server was killed");
              }
              try {
                return method.invoke(source, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  @Requirement("STORE-1")
  void aDatabaseThatGoesAwayWhileAHubStartsIsSaidAndTheNextStartIsWhole() {
    HubConfig config = HubConfig.embedded(data, "Market", false);
    Fault.Storage away =
        assertThrows(
            Fault.Storage.class,
            () ->
                Hub.start(config, (source, writing) -> writing ? broken(source) : source).close());
    assertEquals("server.store", away.sentence().key());
    Hub.start(config).close();
  }
}
