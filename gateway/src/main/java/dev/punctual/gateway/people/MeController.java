package dev.punctual.gateway.people;

import dev.punctual.calendar.Zones;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.series.ZoneFollowers;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Sql;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.ZoneId;

/** The person who is signed in. */
@Controller("/api/v1/me")
final class MeController {
  private static final int MAX_NAME = 100;

  private final Writer writer;

  MeController(Writer writer) {
    this.writer = writer;
  }

  /** Reads the profile. */
  @Get
  Me get(Person person) {
    return new Me(person.id(), person.name(), person.zone());
  }

  /** Edits the profile; series without a zone of their own follow the zone. */
  @RequestBody(content = @Content(schema = @Schema(implementation = MeDraft.class)))
  @Patch
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Me> edit(Person person, @Body MergePatch patch) {
    return writer.write(
        person.id(),
        write -> {
          Account before = lock(write);
          Account after = decide(before, patch.applyTo(MeDraft.of(before))).orRefuse();
          save(write, after);
          if (!after.zone().equals(before.zone())) {
            ZoneFollowers.move(write);
          }
          return Answers.done(Me.of(after), write.changeId());
        });
  }

  private static Decision<Account> decide(Account account, MeDraft draft) {
    return Wording.line(draft.name(), "name", MAX_NAME)
        .then(
            name ->
                Refusals.catching("zone", () -> new Accepted<>(Zones.parse(draft.zone())))
                    .then(zone -> new Accepted<>(new Account(account.id(), name, zone))));
  }

  private static Account lock(Write write) {
    return Sql.one(
            write.connection(),
            "SELECT name, zone FROM account WHERE id = ? FOR NO KEY UPDATE",
            row -> new Account(write.user(), row.text("name"), ZoneId.of(row.text("zone"))),
            write.user())
        .orElseThrow(Refused::notFound);
  }

  private static void save(Write write, Account account) {
    Sql.execute(
        write.connection(),
        "UPDATE account SET name = ?, zone = ? WHERE id = ?",
        account.name(),
        account.zone(),
        account.id());
  }
}
