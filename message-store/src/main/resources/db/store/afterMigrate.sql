-- The run-time role reads and writes rows; it owns nothing and changes no table.
GRANT USAGE ON SCHEMA store TO "${role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA store TO "${role}";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA store TO "${role}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA store TO "${role}";
