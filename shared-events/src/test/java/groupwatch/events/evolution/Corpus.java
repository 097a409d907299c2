package groupwatch.events.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Webhook bodies with the facts they contain: {@code evolution} holds recorded ones, {@code evolution-more} ones made
 * by hand for what was not recorded. All data in them is invented.
 */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    /** A body by file name, with or without {@code .json}, from either folder. */
    public static byte[] payload(String name) {
        String file = name.endsWith(".json") ? name : name + ".json";
        for (String folder : List.of("evolution", "evolution-more")) {
            try (var stream = Corpus.class.getResourceAsStream("/" + folder + "/" + file)) {
                if (stream != null) {
                    return stream.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalArgumentException("no payload named " + file);
    }

    /** The recorded payloads, in the order of their index. */
    public static List<Row> recorded() {
        return rows("evolution");
    }

    /** The payloads made by hand. */
    public static List<Row> handMade() {
        return rows("evolution-more");
    }

    /** Any folder with an {@code index.tsv}; the payloads lie in it or in {@code payloads} beside the index. */
    public static List<Row> in(Path folder) {
        try {
            Path payloads = Files.isDirectory(folder.resolve("payloads")) ? folder.resolve("payloads") : folder;
            Path index = Files.exists(folder.resolve("index.tsv"))
                    ? folder.resolve("index.tsv")
                    : folder.resolveSibling("index.tsv");
            return rows(Files.readString(index), file -> Files.readAllBytes(payloads.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String folder) {
        try (var index = Corpus.class.getResourceAsStream("/" + folder + "/index.tsv")) {
            return rows(new String(index.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), Corpus::payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String index, Payloads payloads) throws IOException {
        List<String> lines = index.lines().filter(line -> !line.isBlank()).toList();
        String[] header = lines.getFirst().split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> facts = new HashMap<>();
            for (int i = 0; i < Math.min(header.length, cells.length); i++) {
                facts.put(header[i], unquoted(cells[i]));
            }
            rows.add(new Row(facts.get("file"), facts, payloads.read(facts.get("file"))));
        }
        return rows;
    }

    /** A cell with quotes, backslashes or control characters is a JSON string. */
    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? JSON.readValue(cell, String.class) : cell;
    }

    /**
     * One payload and the facts a reader must find in it; an empty fact is absent or not applicable.
     *
     * @param facts by the column names of the index
     */
    public record Row(String file, Map<String, String> facts, byte[] payload) {

        public String fact(String column) {
            return facts.getOrDefault(column, "");
        }

        public boolean isMessage() {
            return fact("event").equals("messages.upsert") || fact("event").equals("send.message");
        }
    }

    private interface Payloads {
        byte[] read(String file) throws IOException;
    }
}
