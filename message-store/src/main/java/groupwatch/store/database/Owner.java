package groupwatch.store.database;

import groupwatch.store.MessageStoreProperties.Database;

/** The role that owns the schema: the migration role, or, where none is configured, the run-time role itself. */
record Owner(String username, String password) {

    static Owner of(Database database) {
        if (database.migrationUsername() == null) {
            return new Owner(database.username(), database.password());
        }
        String password = database.migrationPassword();
        return new Owner(database.migrationUsername(), password == null ? "" : password);
    }
}
