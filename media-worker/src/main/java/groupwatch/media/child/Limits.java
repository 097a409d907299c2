package groupwatch.media.child;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a program may take.
 *
 * @param time on the clock, and of one processor
 * @param memory address space, where the system can limit it (macOS cannot)
 * @param output the largest file it may write, roughly
 */
public record Limits(Duration time, DataSize memory, DataSize output) {}
