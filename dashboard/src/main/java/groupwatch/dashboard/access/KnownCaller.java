package groupwatch.dashboard.access;

import groupwatch.kit.security.Caller;
import io.github.bucket4j.Bucket;

/** A caller by token, and what is left of their rate. */
record KnownCaller(byte[] tokenHash, Caller caller, Bucket rate) {}
