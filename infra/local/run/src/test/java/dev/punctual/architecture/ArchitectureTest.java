package dev.punctual.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.punctual.store.Database;
import dev.punctual.store.Database.Work;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Dependencies point one way (DESIGN §1). Each rule names packages that exist, or it fails. */
class ArchitectureTest {
  private static final JavaClasses PUNCTUAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.punctual");

  @Test
  void contractsAndCalendarKnowNoFramework() {
    check(
        classes()
            .that()
            .resideInAnyPackage("dev.punctual.contracts..", "dev.punctual.calendar..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson.core..",
                "dev.punctual.contracts..",
                "dev.punctual.calendar.."),
        "dev.punctual.contracts",
        "dev.punctual.calendar");
  }

  @Test
  void theStoreKnowsContractsOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.punctual.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.punctual.runtime..",
                "dev.punctual.calendar..",
                "dev.punctual.gateway..",
                "io.micronaut..",
                "org.apache.kafka.."),
        "dev.punctual.store",
        "dev.punctual.runtime",
        "dev.punctual.gateway");
  }

  @Test
  void aFunctionKnowsNeitherAnotherNorTheGateway() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.punctual.recurring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.punctual.notification..", "dev.punctual.gateway.."),
        "dev.punctual.recurring",
        "dev.punctual.notification",
        "dev.punctual.gateway");
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.punctual.notification..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.punctual.recurring..", "dev.punctual.gateway.."),
        "dev.punctual.notification");
  }

  @Test
  void onlyTheRelayPublishes() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.punctual.gateway.relay..", "dev.punctual.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer.."),
        "dev.punctual.gateway.relay");
  }

  @Test
  void decidersArePure() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Decider")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.micronaut..", "org.apache.kafka..", "org.slf4j..")
            .orShould()
            .callMethod(Instant.class, "now"),
        "dev.punctual.recurring",
        "dev.punctual.notification");
    assertThat(PUNCTUAL.stream().filter(type -> type.getSimpleName().endsWith("Decider")).toList())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  /** What has no person to name: who comes is not known yet, or nobody asked (decision 018). */
  @Test
  void whatAPersonAsksForIsDoneInTheirName() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.punctual.gateway..")
            .and()
            .resideOutsideOfPackages(
                "dev.punctual.gateway",
                "dev.punctual.gateway.health..",
                "dev.punctual.gateway.insight..",
                "dev.punctual.gateway.relay..",
                "dev.punctual.gateway.timekeeper..",
                "dev.punctual.gateway.upkeep..",
                "dev.punctual.gateway.wake..",
                "dev.punctual.gateway.zones..")
            .and()
            .doNotHaveSimpleName("SessionFilter")
            .and()
            .doNotHaveSimpleName("EndedAccess")
            .and()
            .doNotHaveSimpleName("FeedController")
            .and()
            .haveNameNotMatching(
                ".*\\.people\\.(FirstAccount|Identities|LeaveController|ResetController|ResetMail"
                    + "|SessionController|SignIn|SignUp)")
            .should()
            .callMethod(Database.class, "read", Work.class)
            .orShould()
            .callMethod(Database.class, "transaction", Work.class)
            .orShould()
            .callMethod(Database.class, "write", Consumer.class),
        "dev.punctual.gateway.task",
        "dev.punctual.store");
  }

  private static void check(ArchRule rule, String... packages) {
    for (String name : packages) {
      assertThat(PUNCTUAL.stream().anyMatch(type -> type.getPackageName().startsWith(name)))
          .as("the package %s has classes", name)
          .isTrue();
    }
    rule.check(PUNCTUAL);
  }
}
