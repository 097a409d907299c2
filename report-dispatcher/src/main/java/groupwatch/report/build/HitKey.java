package groupwatch.report.build;

/** A message that was found. */
record HitKey(String chat, String message) {}
