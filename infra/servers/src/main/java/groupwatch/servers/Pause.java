package groupwatch.servers;

/** The wait between two looks at a server that is starting. */
final class Pause {

    private static final long MILLIS = 50;

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("The start was interrupted.", e);
        }
    }
}
