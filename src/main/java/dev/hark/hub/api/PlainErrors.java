package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the HTTP server itself refuses, before any route sees it, as problem documents too. */
final class PlainErrors extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  /** The server's own handler says nothing to what is neither asked for nor posted. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.setStatus(code);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, document(code), callback);
  }

  private static ByteBuffer document(int status) {
    Fault.Refused refused =
        status >= 500
            ? new Fault.Refused(Refusal.HUB_FAILED)
            : Exchange.invalid("request: HTTP as the documentation describes it");
    return ByteBuffer.wrap(Exchange.encode(Problems.problem(refused, status)));
  }
}
