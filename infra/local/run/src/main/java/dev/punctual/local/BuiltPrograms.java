package dev.punctual.local;

import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The programs as Maven built them, each with its AOT cache when that was made from these very
 * jars.
 */
public final class BuiltPrograms implements Programs {
  private final Path home;
  private final Consumer<String> out;
  private final Map<String, List<String>> commands = new ConcurrentHashMap<>();

  /**
   * @param home the repository's root
   * @param out takes a line when a cache is refused
   */
  public BuiltPrograms(Path home, Consumer<String> out) {
    this.home = home;
    this.out = out;
  }

  @Override
  public List<String> function(String name) {
    return commands.computeIfAbsent(name, missing -> command(Module.function(home, name)));
  }

  @Override
  public List<String> gateway(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            commands.computeIfAbsent("gateway", missing -> command(Module.gateway(home))));
    command.addAll(arguments);
    return command;
  }

  private List<String> command(Module module) {
    try {
      return commandOf(module);
    } catch (UncheckedIOException e) {
      throw new Refusal(
          module.folder()
              + " is not built: run mvn -B -DskipTests package, or start through ./punctual.",
          e);
    }
  }

  private List<String> commandOf(Module module) {
    Application application = Application.of(module);
    if (!application.hasCache()) {
      return module.command();
    }
    String build = module.buildId();
    if (!application.buildId().equals(build)) {
      out.accept(
          module.name()
              + " starts without its AOT cache, which is of build "
              + application.buildId()
              + ", not of "
              + build
              + ": ./punctual train makes it anew");
      return module.command();
    }
    return application.command();
  }
}
