package dev.punctual.cluster.proof;

import dev.punctual.bench.Api;
import dev.punctual.bench.Broken;
import dev.punctual.bench.Person;
import dev.punctual.bench.Wait;
import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.ClusterProgram.Said;
import dev.punctual.cluster.Release;
import dev.punctual.cluster.Site;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps, in their order; the people that they take are removed when it is closed. */
final class Proof implements AutoCloseable {
  private static final Duration CHAOS = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PEOPLE = 4;

  /** What an uninstallation leaves: what people may still need. */
  private static final Set<String> DATA =
      Set.of(
          "secret/punctual-database",
          "secret/punctual-database-owner",
          "secret/punctual-dapr-api",
          "secret/punctual-dapr-app",
          "secret/punctual-signing");

  private final Steps steps;
  private final Site site;
  private final Release release;
  private final ClusterProgram kubectl;
  private final Installed installed;
  private final Database database;
  private final long seed;
  private final List<Person> all = new ArrayList<>();

  Proof(Steps steps, Site site, long seed) {
    this.steps = steps;
    this.site = site;
    this.release = site.release();
    this.kubectl = site.kubectl();
    this.installed = new Installed(kubectl);
    this.database = site.servers().database();
    this.seed = seed;
  }

  void go() {
    steps.step("a missing Secret stops the installation with its name", this::secretMissing);
    site.bringSecrets();
    Scenarios scenarios = new Scenarios(release.chart(), kubectl.namespace());
    for (Path values : scenarios.files()) {
      steps.step("the API server takes " + values.getFileName(), () -> scenarios.accepted(values));
    }
    if (!steps.step("helm install --wait --atomic", () -> timed(release::install))) {
      return;
    }
    steps.step("every pod is Ready", installed::ready);
    steps.step("exactly the three components", this::threeComponents);
    steps.step("helm test: a task, its reminder, the notification", this::mainJob);
    URI address = Door.open(kubectl, site.node());
    steps.step("a recurring task from zero", () -> recurring(address));
    steps.step("helm upgrade twice in a row changes nothing", this::sameAgain);
    steps.step("a rolling upgrade fails no request", () -> rolled(address));
    steps.step("helm rollback works", this::rolledBack);
    steps.step(
        "a pod deleted every 5 s for 2 minutes loses and doubles nothing", () -> chaos(address));
    steps.step("every pod is Ready again", this::recovered);
    String unused = kubectl.run("delete", "service", "door");
    steps.step("helm uninstall leaves only data", this::uninstalled);
  }

  private String secretMissing() {
    Said said = release.install();
    Broken.unless(!said.well(), "it was installed");
    String sentence =
        said.err()
            .lines()
            .filter(line -> line.contains("punctual-database") && line.contains("is missing"))
            .findFirst()
            .orElseThrow(() -> new Broken("the name is not in: " + said.err()));
    return sentence.strip();
  }

  private static String timed(java.util.function.Supplier<Said> command) {
    long begin = System.nanoTime();
    Said said = command.get();
    Broken.unless(said.well(), "%s", said.err().strip());
    return seconds(Duration.ofNanos(System.nanoTime() - begin));
  }

  private String threeComponents() {
    Set<String> names = installed.names("components.dapr.io");
    Broken.unless(names.equals(Set.of("pubsub-kafka", "secretstore", "statestore")), "%s", names);
    return String.join(", ", names);
  }

  private String mainJob() {
    Said said = release.test();
    Broken.unless(said.well(), "%s%s", said.out(), said.err());
    return (said.out() + said.err())
        .lines()
        .filter(line -> line.contains("notification was there"))
        // Before it may stand what an earlier pod of that name said.
        .reduce((earlier, last) -> last)
        .orElseThrow(() -> new Broken("nothing of a notification in: " + said))
        .strip();
  }

  private String recurring(URI address) {
    installed.awaitZero();
    Person person = people(1).getFirst();
    Instant due = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    UUID series;
    try (Api api = new Api(address)) {
      series = UUID.fromString(api.create(person, "series", EventFlow.oneOccurrence("Water", due)));
    }
    Wait.until("the task is there", PATIENCE, () -> created(series).isPresent());
    return seconds(Duration.between(due, created(series).orElseThrow())) + " after it was due";
  }

  private Optional<Instant> created(UUID series) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                "SELECT created_at FROM task WHERE series_id = ?",
                row -> row.instant("created_at"),
                series));
  }

  private String sameAgain() {
    installed.awaitZero();
    String before = installed.state();
    String first = timed(release::upgrade);
    String second = timed(release::upgrade);
    Broken.unless(
        before.equals(installed.state()), "before: %s%nafter: %s", before, installed.state());
    return first + " and " + second + ", no pod started, no generation moved";
  }

  private String rolled(URI address) {
    Set<String> old = installed.serving();
    try (Traffic traffic = Traffic.start(address, people(PEOPLE))) {
      String took = timed(() -> release.upgrade("--set=sidecar.logLevel=warn"));
      installed.awaitGone(old);
      return traffic.unharmed() + "; rolled out in " + took;
    }
  }

  private String rolledBack() {
    Set<String> old = installed.serving();
    String unused = release.rollback();
    Set<String> now = installed.serving();
    Broken.unless(now.stream().noneMatch(old::contains), "still there: %s", old);
    Broken.unless(
        kubectl
            .run("get", "deployment", "punctual-gateway", "--output=yaml")
            .contains("dapr.io/log-level: info"),
        "the gateway is not what it was");
    return mainJob();
  }

  private String chaos(URI address) {
    EventFlow flow = new EventFlow(address, database, people(PEOPLE));
    flow.begin();
    String deleted = new PodKiller(kubectl, seed).go(CHAOS);
    return flow.unharmed() + "; seed " + seed + " deleted " + deleted;
  }

  private String recovered() {
    Wait.until("every pod is Ready", PATIENCE, Installed.LOOK, () -> isReady());
    return installed.ready();
  }

  private boolean isReady() {
    try {
      return !installed.ready().isEmpty();
    } catch (Broken e) {
      return false;
    }
  }

  private String uninstalled() {
    long tasks = tasks();
    String unused = release.uninstall();
    installed.awaitGone(installed.names("pods"));
    Set<String> left = installed.everything();
    Broken.unless(left.equals(DATA), "left are %s", left);
    Broken.unless(tasks == tasks(), "tasks are gone");
    return "%,d tasks, %s"
        .formatted(tasks, DATA.stream().sorted().collect(Collectors.joining(", ")));
  }

  private long tasks() {
    return database.read(
        connection ->
            Sql.one(connection, "SELECT count(*) AS n FROM task", row -> row.number("n"))
                .orElseThrow());
  }

  @Override
  public void close() {
    // Without people the tables may not be there.
    if (!all.isEmpty()) {
      database.write(
          connection ->
              Sql.execute(
                  connection,
                  "DELETE FROM account WHERE id = ANY (?)",
                  all.stream().map(Person::id).toList()));
    }
  }

  private List<Person> people(int count) {
    List<Person> more = created(count);
    all.addAll(more);
    return more;
  }

  private List<Person> created(int count) {
    return database.transaction(
        connection -> {
          List<Person> people = new ArrayList<>();
          for (int number = 1; number <= count; number++) {
            people.add(Person.create(connection, number));
          }
          return people;
        });
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1e3);
  }
}
