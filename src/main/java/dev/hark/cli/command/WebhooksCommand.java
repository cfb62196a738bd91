package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.WebhookDesk;
import dev.hark.wire.DeliveryJson;
import dev.hark.wire.WebhookJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request webhooks}: where a requester's server is called. */
@Command(
    name = "webhooks",
    description = "events.command.webhooks",
    subcommands = {
      WebhooksCommand.Add.class,
      WebhooksCommand.Remove.class,
      WebhooksCommand.Enable.class,
      WebhooksCommand.Secret.class,
      WebhooksCommand.Test.class,
      WebhooksCommand.Deliveries.class,
      WebhooksCommand.Again.class
    })
final class WebhooksCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<WebhookJson> all;
    try (WebhookDesk desk = context.connection().webhooks()) {
      all = desk.list();
    }
    List<Sentence> lines = new ArrayList<>();
    for (WebhookJson one : all) {
      String state = one.state().equals("ACTIVE") ? "events.webhook-on" : "events.webhook-off";
      lines.add(Sentence.of("events.webhook", one.id(), Sentence.of(state), one.url()));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("events.no-webhook"));
    }
    context.output().result(Map.of("webhooks", all), lines);
    return ExitCode.OK;
  }

  private static void tellSecret(Context context, WebhookJson webhook) {
    context
        .output()
        .result(
            webhook,
            List.of(
                Sentence.of("events.webhook-kept", webhook.id()),
                Sentence.of("events.secret", Objects.requireNonNullElse(webhook.secret(), ""))));
  }

  @Command(name = "add", description = "events.command.webhooks-add")
  static final class Add extends HarkCommand {
    @Parameters(paramLabel = "URL", description = "events.url")
    private String url = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "events.kind")
    private List<String> kinds = new ArrayList<>();

    @Override
    protected ExitCode run(Context context) {
      try (WebhookDesk desk = context.connection().webhooks()) {
        tellSecret(context, desk.add(url, kinds));
      }
      return ExitCode.OK;
    }
  }

  /** What all others ask: which. */
  abstract static class OfOne extends HarkCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "events.webhook-id")
    private String id = "";

    @Override
    protected ExitCode run(Context context) {
      try (WebhookDesk desk = context.connection().webhooks()) {
        run(context, desk, id);
      }
      return ExitCode.OK;
    }

    abstract void run(Context context, WebhookDesk desk, String id);
  }

  @Command(name = "remove", description = "events.command.webhooks-remove")
  static final class Remove extends OfOne {
    @Override
    void run(Context context, WebhookDesk desk, String id) {
      desk.remove(id);
      context.output().say(Sentence.of("events.webhook-removed", id));
    }
  }

  @Command(name = "enable", description = "events.command.webhooks-enable")
  static final class Enable extends OfOne {
    @Override
    void run(Context context, WebhookDesk desk, String id) {
      desk.enable(id);
      context.output().say(Sentence.of("events.webhook-enabled", id));
    }
  }

  @Command(name = "secret", description = "events.command.webhooks-secret")
  static final class Secret extends OfOne {
    @Override
    void run(Context context, WebhookDesk desk, String id) {
      tellSecret(context, desk.rotate(id));
    }
  }

  @Command(name = "test", description = "events.command.webhooks-test")
  static final class Test extends OfOne {
    @Override
    void run(Context context, WebhookDesk desk, String id) {
      tell(context, List.of(desk.test(id)));
    }
  }

  @Command(name = "deliveries", description = "events.command.webhooks-deliveries")
  static final class Deliveries extends OfOne {
    @Override
    void run(Context context, WebhookDesk desk, String id) {
      tell(context, desk.deliveries(id));
    }
  }

  @Command(name = "again", description = "events.command.webhooks-again")
  static final class Again extends OfOne {
    @Parameters(index = "1", paramLabel = "DELIVERY", description = "events.delivery-id")
    private String delivery = "";

    @Override
    void run(Context context, WebhookDesk desk, String id) {
      tell(context, List.of(desk.again(id, delivery)));
    }
  }

  private static void tell(Context context, List<DeliveryJson> deliveries) {
    List<Sentence> lines = new ArrayList<>();
    for (DeliveryJson one : deliveries) {
      String state = one.state().toLowerCase(Locale.ROOT);
      lines.add(
          Sentence.of(
              "events.delivery",
              one.id(),
              one.kind(),
              List.of("waiting", "delivered", "failed").contains(state)
                  ? Sentence.of("events.delivery-" + state)
                  : Sentence.of("events.other", state),
              one.attempts()));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("events.no-delivery"));
    }
    context.output().result(Map.of("deliveries", deliveries), lines);
  }
}
