package groupwatch.summary.model;

import java.util.Locale;

/** Whose models are asked. */
public enum Provider {
    ANTHROPIC,
    /** OpenAI, or whoever speaks its chat completions. */
    OPENAI,
    OLLAMA,
    /** Nobody's. */
    EXTRACTIVE;

    /** The word in settings, rows, meters and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
