package groupwatch.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsCommittedRowsOverKillAndRestart() throws Exception {
        try (var postgres = PostgresServer.start(PostgresSettings.durable(folder))) {
            postgres.createDatabase("kept");
            postgres.createDatabase("kept");
            try (var connection = postgres.connect("kept");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE facts (fact text)");
                statement.execute("INSERT INTO facts VALUES ('water is wet')");
            }

            postgres.kill();
            assertThat(postgres.isAlive()).isFalse();

            postgres.restart();
            assertThat(value(postgres, "kept", "SELECT fact FROM facts")).isEqualTo("water is wet");
        }
    }

    @Test
    void isDurableAndAsksForThePassword() throws Exception {
        try (var postgres = PostgresServer.start(PostgresSettings.durable(folder))) {
            assertThat(value(postgres, "postgres", "SHOW fsync")).isEqualTo("on");
            assertThat(value(postgres, "postgres", "SHOW synchronous_commit")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void endsWhatAnEarlierLifeLeftRunningOnTheSameData() throws Exception {
        try (var earlier = PostgresServer.start(PostgresSettings.forTests(folder))) {
            assertThat(PostgresServer.leftOver(folder)).isPresent();
            try (var later = PostgresServer.start(PostgresSettings.forTests(folder))) {
                assertThat(earlier.isAlive()).isFalse();
                assertThat(value(later, "postgres", "SELECT 'here'")).isEqualTo("here");
            }
        }
        assertThat(PostgresServer.leftOver(folder)).isEmpty();
    }

    @Test
    void refusesDataOfAnotherMajorVersionInOneSentence() throws Exception {
        PostgresServer.start(PostgresSettings.forTests(folder)).stop();
        Files.writeString(folder.resolve("data/PG_VERSION"), "9\n");

        assertThatThrownBy(() -> PostgresServer.start(PostgresSettings.forTests(folder)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("PostgreSQL 9")
                .hasMessageContaining("PostgreSQL 18");
    }

    private static String value(PostgresServer postgres, String database, String sql) throws SQLException {
        try (var connection = postgres.connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
