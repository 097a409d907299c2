package groupwatch.simulator.demo;

/** A script that cannot be told; its message names the file and the line. */
final class ScriptException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ScriptException(Source.Line line, String problem) {
        super(line.file() + ":" + line.number() + ": " + problem);
    }
}
