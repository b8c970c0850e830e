package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Undo that": the last change of the conversation, taken back whole. */
@Singleton
final class TakingBack {
  private final Writer writer;
  private final @Nullable TakeBack takeBack;

  TakingBack(Writer writer, @Nullable TakeBack takeBack) {
    this.writer = writer;
    this.takeBack = takeBack;
  }

  Outcome last(Context context) {
    ChangeId change = context.conversation().lastChange();
    TakeBack port = takeBack;
    if (change == null) {
      return Outcome.said("There is nothing here that I could take back.");
    }
    if (port == null) {
      return Outcome.said("Changes cannot be taken back here.");
    }
    ChangeId undone =
        writer.write(
            context.person().id(),
            Change.Actor.ASSISTANT,
            write -> {
              port.takeBack(write, change);
              return write.changeId();
            });
    return Outcome.done("Taken back.", undone, List.of());
  }
}
