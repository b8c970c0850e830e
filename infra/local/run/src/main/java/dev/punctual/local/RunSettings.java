package dev.punctual.local;

import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an embedded run is made of.
 *
 * @param home the repository's root: built programs, keda/values.yaml, webapp/dist
 * @param data the data folder
 * @param fresh whether to start from empty
 * @param host what the gateway binds; all else binds loopback
 * @param port the gateway's; 0: any free one
 * @param durable whether a commit survives the machine's crash: true for people's data
 * @param supervised whether a gateway or PostgreSQL that ends by itself is started again
 * @param scaling the functions and how they follow their lag
 * @param programs how gateway and functions are started
 * @param environment for gateway and functions, beside what the contract of the processes says
 * @param out takes each line for the person: steps of the scaler, ends and starts of processes
 */
public record RunSettings(
    Path home,
    Path data,
    boolean fresh,
    String host,
    int port,
    boolean durable,
    boolean supervised,
    List<FunctionScaling> scaling,
    Programs programs,
    Map<String, String> environment,
    Consumer<String> out) {
  public RunSettings {
    scaling = List.copyOf(scaling);
    environment = Map.copyOf(environment);
  }

  /** What a person gets: durable, supervised, on port 8080 of loopback, scaled as in KEDA. */
  public static RunSettings of(Path home, Path data, Consumer<String> out) {
    Path values = home.resolve("keda/values.yaml");
    try {
      return new RunSettings(
          home,
          data,
          false,
          "127.0.0.1",
          8080,
          true,
          true,
          ScalingValues.read(values),
          new BuiltPrograms(home, out),
          Map.of(),
          out);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(values + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** What tests get: a free port, nothing durable, nothing started again behind their back. */
  public static RunSettings forTests(Path home, Path data) {
    RunSettings all = of(home, data, line -> {});
    return new RunSettings(
        home, data, false, all.host, 0, false, false, all.scaling, all.programs, Map.of(), all.out);
  }

  public RunSettings withFresh(boolean value) {
    return new RunSettings(
        home, data, value, host, port, durable, supervised, scaling, programs, environment, out);
  }

  public RunSettings withAddress(String newHost, int newPort) {
    return new RunSettings(
        home,
        data,
        fresh,
        newHost,
        newPort,
        durable,
        supervised,
        scaling,
        programs,
        environment,
        out);
  }

  public RunSettings withSupervised(boolean value) {
    return new RunSettings(
        home, data, fresh, host, port, durable, value, scaling, programs, environment, out);
  }

  public RunSettings withScaling(List<FunctionScaling> value) {
    return new RunSettings(
        home, data, fresh, host, port, durable, supervised, value, programs, environment, out);
  }

  public RunSettings withPrograms(Programs value) {
    return new RunSettings(
        home, data, fresh, host, port, durable, supervised, scaling, value, environment, out);
  }

  public RunSettings withEnvironment(Map<String, String> value) {
    return new RunSettings(
        home, data, fresh, host, port, durable, supervised, scaling, programs, value, out);
  }

  public RunSettings withOut(Consumer<String> value) {
    return new RunSettings(
        home, data, fresh, host, port, durable, supervised, scaling, programs, environment, value);
  }
}
