package groupwatch.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a resource: comments dropped, indented lines joined to the one they continue. */
record Source(String file, List<Line> lines) {

    /** @param more the indented lines below it, without their indent */
    record Line(String file, int number, String text, List<String> more) {}

    private static final String FOLDER = "/groupwatch/simulator/demo/";

    static boolean exists(String file) {
        return Source.class.getResource(FOLDER + file) != null;
    }

    static Source read(String file) {
        try (InputStream in = Source.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + file);
            }
            return of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Source of(String file, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            if (raw.isBlank()) {
                lines.add(new Line(file, number, "", new ArrayList<>()));
            } else if (Character.isWhitespace(raw.charAt(0))) {
                Line above = lines.isEmpty() ? new Line(file, number, "", List.of()) : lines.getLast();
                if (above.text().isEmpty()) {
                    throw new ScriptException(new Line(file, number, raw, List.of()), "continues no line");
                }
                above.more().add(raw.strip());
            } else if (raw.charAt(0) != '#') {
                lines.add(new Line(file, number, raw.strip(), new ArrayList<>()));
            }
        }
        return new Source(file, lines);
    }
}
