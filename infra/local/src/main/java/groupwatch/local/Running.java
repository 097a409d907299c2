package groupwatch.local;

import groupwatch.servers.KafkaBroker;
import groupwatch.servers.LeftOver;
import groupwatch.servers.PostgresServer;
import java.util.Optional;

/** The processes of a suite as {@code run.json} names them, each checked to be what it should be. */
record Running(DataFolder folder, RunFile file) {

    static Optional<Running> on(DataFolder folder) {
        return RunFile.read(folder.runFile()).map(file -> new Running(folder, file));
    }

    Optional<ProcessHandle> services() {
        return LeftOver.find(file.pid(), "groupwatch.local");
    }

    Optional<ProcessHandle> broker() {
        return KafkaBroker.leftOver(folder.kafka());
    }

    Optional<ProcessHandle> postgres() {
        return PostgresServer.leftOver(folder.postgres());
    }

    /** Ends the children that outlived a killed suite; returns whether there were any. */
    static boolean endLeftOvers(DataFolder folder) {
        var broker = KafkaBroker.endLeftOver(folder.kafka());
        return PostgresServer.endLeftOver(folder.postgres()) || broker;
    }
}
