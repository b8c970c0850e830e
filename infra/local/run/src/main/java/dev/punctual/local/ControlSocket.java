package dev.punctual.local;

import dev.punctual.local.backup.BackupException;
import dev.punctual.local.backup.Restore;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How a command speaks to a running {@code up}: one line in, one line out, over a socket in the
 * folder that only its owner may enter. {@code restore FILE} answers {@code ok TEXT} or {@code
 * refused SENTENCE}.
 */
final class ControlSocket implements AutoCloseable {
  private static final String SOCKET = "control.sock";
  private static final String RESTORE = "restore ";
  private static final String OK = "ok ";
  private static final String REFUSED = "refused ";

  private final ServerSocketChannel server;
  private final Function<Path, Restore.Summary> restore;

  private ControlSocket(ServerSocketChannel server, Function<Path, Restore.Summary> restore) {
    this.server = server;
    this.restore = restore;
  }

  static ControlSocket open(Path folder, Function<Path, Restore.Summary> restore)
      throws IOException {
    Files.deleteIfExists(folder.resolve(SOCKET));
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try (ShortPath path = ShortPath.to(folder)) {
      server.bind(UnixDomainSocketAddress.of(path.link().resolve(SOCKET)));
    }
    ControlSocket socket = new ControlSocket(server, restore);
    Thread unused = Thread.ofPlatform().name("control").daemon().start(socket::serve);
    return socket;
  }

  /** Asks the {@code up} on this folder to restore; returns what it did. */
  static String askToRestore(Path folder, Path file) {
    try (ShortPath path = ShortPath.to(folder);
        SocketChannel channel =
            SocketChannel.open(UnixDomainSocketAddress.of(path.link().resolve(SOCKET)))) {
      write(channel, RESTORE + file);
      String answer = readLine(channel);
      if (answer.startsWith(OK)) {
        return answer.substring(OK.length());
      }
      throw new Refusal(
          answer.startsWith(REFUSED)
              ? answer.substring(REFUSED.length())
              : "The running ./punctual up ended while it restored: see its terminal.");
    } catch (IOException e) {
      throw new Refusal(
          "The running ./punctual up does not answer; is it starting or stopping? Try again.", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel channel = server.accept()) {
        write(channel, answer(readLine(channel)));
      } catch (IOException e) {
        // The client went away, or this socket was closed: the loop's condition tells.
        continue;
      }
    }
  }

  private String answer(String request) {
    if (!request.startsWith(RESTORE)) {
      return REFUSED + "The running ./punctual up does not know this request; is it older?";
    }
    try {
      Restore.Summary done = restore.apply(Path.of(request.substring(RESTORE.length())));
      return OK + Commands.tell(done);
    } catch (BackupException | Refusal e) {
      return REFUSED + oneLine(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return REFUSED + oneLine("The restore failed: " + e);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  private static void write(SocketChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes);
    }
  }

  private static String readLine(SocketChannel channel) throws IOException {
    BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    String line = reader.readLine();
    return line == null ? "" : line;
  }
}
