package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Nearest;
import dev.hark.cli.Setting;
import dev.hark.cli.Settings;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark settings [list]}, {@code settings set NAME VALUE}, {@code settings unset NAME}. */
@Command(
    name = "settings",
    description = "cli.command.settings",
    subcommands = {
      SettingsCommand.ListThem.class,
      SettingsCommand.SetOne.class,
      SettingsCommand.Unset.class
    })
public final class SettingsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    return list(context);
  }

  private static ExitCode list(Context context) {
    Map<String, String> json = new LinkedHashMap<>();
    List<Sentence> lines = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Sentence help = Sentence.of(setting.helpKey());
      context
          .settings()
          .get(setting)
          .ifPresentOrElse(
              value -> {
                json.put(setting.id(), value);
                lines.add(Sentence.of("cli.setting-is", setting.id(), value, help));
              },
              () -> lines.add(Sentence.of("cli.setting-unset", setting.id(), help)));
    }
    lines.add(Sentence.of("cli.settings-file", context.settings().file().toString()));
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  private static Setting named(String name) {
    List<String> names = Arrays.stream(Setting.values()).map(Setting::id).toList();
    return Settings.named(name)
        .orElseThrow(
            () ->
                new Fault.Usage(
                    Nearest.to(name, names)
                        .map(near -> Sentence.of("cli.unknown-setting-near", name, near))
                        .orElseGet(
                            () ->
                                Sentence.of(
                                    "cli.unknown-setting", name, String.join(", ", names)))));
  }

  @Command(name = "list", description = "cli.command.settings-list")
  static final class ListThem extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      return list(context);
    }
  }

  @Command(name = "set", description = "cli.command.settings-set")
  static final class SetOne extends HarkCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "cli.setting.name")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "cli.setting.value")
    private String value = "";

    @Override
    protected ExitCode run(Context context) {
      Setting setting = named(name);
      context.settings().set(setting, value);
      context.output().say(Sentence.of("cli.setting-now", setting.id(), value));
      return ExitCode.OK;
    }
  }

  @Command(name = "unset", description = "cli.command.settings-unset")
  static final class Unset extends HarkCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "cli.setting.name")
    private String name = "";

    @Override
    protected ExitCode run(Context context) {
      Setting setting = named(name);
      context.settings().unset(setting);
      context.output().say(Sentence.of("cli.setting-forgotten", setting.id()));
      return ExitCode.OK;
    }
  }
}
