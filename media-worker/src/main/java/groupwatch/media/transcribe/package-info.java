/** What is said in a voice note, by any server that speaks OpenAI's {@code /v1/audio/transcriptions}. */
@NullMarked
package groupwatch.media.transcribe;

import org.jspecify.annotations.NullMarked;
