package dev.punctual.gateway.http;

import dev.punctual.contracts.json.Json;

/** Merge patches as they come. */
public final class MergePatches {
  private MergePatches() {}

  public static MergePatch parse(String json) {
    return MergePatch.of(Json.parse(json));
  }
}
