package dev.punctual.gateway.series;

import dev.punctual.gateway.write.Write;

public final class ZoneFollowers {
  public static void move(Write write) {}
}
