package dev.punctual.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterRoutesIT {
  private static final String FILTERS = "/api/v1/filters";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aFilterIsKeptReadEditedAndDeleted() {
    Answer created =
        ada.post(FILTERS, "{\"name\":\" Today \",\"q\":\"due:today is:open\",\"sort\":\"due\"}");
    String path = FILTERS + "/" + created.id();

    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo(path);
    assertThat(created.text("name")).isEqualTo("Today");
    assertThat(ada.get(path).json()).isEqualTo(created.json());
    assertThat(ada.get(FILTERS).field("items")).isEqualTo(List.of(created.json()));
    assertThat(
            new Rows(gateway.database(), ada.user())
                .changes(created.header("Change-Id"), created.id()))
        .containsExactly("filter person false true");

    Answer edited = ada.patch(path, "{\"sort\":\"-priority\"}");
    assertThat(edited.text("q")).isEqualTo("due:today is:open");
    assertThat(edited.text("sort")).isEqualTo("-priority");
    assertThat(edited.header("ETag")).isEqualTo("\"2\"");
    assertThat(ada.patch(path, "{\"sort\":\"-priority\"}").json()).isEqualTo(edited.json());
    assertThat(ada.send("DELETE", path, null, "If-Match", "\"1\"").status()).isEqualTo(412);

    assertThat(ada.delete(path).status()).isEqualTo(204);
    assertThat(ada.get(path).status()).isEqualTo(404);
  }

  @Test
  void whatNobodyCouldAskIsNotKept() {
    Answer refused = ada.post(FILTERS, "{\"name\":\"x\",\"q\":\"a prioritty:high\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("code")).isEqualTo("query-unknown-key");
    assertThat(refused.field("position")).isEqualTo(2L);
    assertThat(ada.post(FILTERS, "{\"name\":\"x\",\"sort\":\"size\"}").status()).isEqualTo(400);
    assertThat(ada.post(FILTERS, "{\"name\":\" \"}").text("code")).isEqualTo("empty");

    String path = FILTERS + "/" + ada.post(FILTERS, "{\"name\":\"all\"}").id();
    assertThat(ada.get(path).text("sort")).isEqualTo("-created");
    assertThat(ada.patch(path, "{\"q\":\"(\"}").text("code")).isEqualTo("query-syntax");
  }
}
