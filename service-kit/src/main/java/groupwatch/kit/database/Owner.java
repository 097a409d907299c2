package groupwatch.kit.database;

/** The role that owns the schema: the migration role, or, where none is configured, the run-time role itself. */
record Owner(String username, String password) {

    static Owner of(ServiceDatabase database) {
        DatabaseSettings settings = database.settings();
        if (settings.migrationUsername() == null) {
            return new Owner(database.username(), settings.password());
        }
        String password = settings.migrationPassword();
        return new Owner(settings.migrationUsername(), password == null ? "" : password);
    }
}
