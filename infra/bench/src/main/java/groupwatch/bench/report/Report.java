package groupwatch.bench.report;

/** Where it goes: the result to standard output, what is going on to standard error. */
public final class Report {

    private Report() {}

    public static void print(String title, String machine, Object... parts) {
        System.out.println("### " + title + "\n\n" + machine + "\n");
        for (var part : parts) {
            System.out.println(part + "\n");
        }
    }

    public static void progress(String format, Object... arguments) {
        System.err.println(format.formatted(arguments));
    }
}
