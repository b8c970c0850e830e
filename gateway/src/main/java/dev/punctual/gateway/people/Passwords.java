package dev.punctual.gateway.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.punctual.gateway.http.Refused;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Password hashes by argon2id (RFC 9106) in the PHC string form: 19 MiB, 2 passes, 1 lane, as OWASP
 * has it. Half of the processors at most hash at a time, 16 more wait, so that sign-ins take
 * neither the memory nor the processors of everything else; beyond that they are refused.
 */
@Singleton
final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MAX_WAITING = 16;
  private static final Duration BUSY = Duration.ofSeconds(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a password is held against where there is none, so that it takes as long. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
          + "$NL12Zt12el4TDS8r0CKLlxOUEJdk/DqALho93hqJb3I";

  // Platform threads: what only computes would keep the carriers of virtual ones.
  private final ThreadPoolExecutor hashers = hashers(Runtime.getRuntime().availableProcessors());

  /**
   * A hash to keep, with a salt of its own.
   *
   * @throws Refused when too many wait already
   */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return compute(
        () ->
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
                .hash(bytes(password), salt)
                .getResult());
  }

  /**
   * Whether a password is the one of a hash; takes as long when there is none.
   *
   * @param hash null: there is none, and no password is right
   * @throws Refused when too many wait already
   */
  boolean match(String password, @Nullable String hash) {
    String against = hash == null ? NOBODYS : hash;
    boolean same =
        compute(
            () ->
                Argon2Function.getInstanceFromHash(against)
                    .check(bytes(password), against.getBytes(UTF_8)));
    return same && hash != null;
  }

  @PreDestroy
  void stop() {
    hashers.shutdownNow();
  }

  private <T> T compute(Callable<T> work) {
    try {
      Future<T> result = hashers.submit(work);
      return result.get();
    } catch (RejectedExecutionException e) {
      throw Refused.busy(BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.busy(BUSY);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password cannot be hashed", e.getCause());
    }
  }

  /** The same however a keyboard composes its characters (NIST SP 800-63B §3.1.1.2). */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
  }

  private static ThreadPoolExecutor hashers(int processors) {
    int threads = Math.max(1, processors / 2);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
