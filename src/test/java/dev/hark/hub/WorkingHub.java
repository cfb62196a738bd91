package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A hub with a worker and a requester, whose ledger balances at the end. */
abstract class WorkingHub {
  @Parameter TestDatabase database;
  @TempDir Path data;
  TestHub hub;
  Caller worker;
  Caller requester;
  Caller operator;

  @BeforeEach
  final void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.requester();
    operator = hub.operator();
  }

  @AfterEach
  final void stop() {
    JsonNode check = operator.get("/ledger/check").json();
    hub.close();
    assertTrue(check.get("balanced").asBoolean(), check.toString());
  }
}
