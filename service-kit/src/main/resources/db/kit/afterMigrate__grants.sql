-- The run-time role reads and writes rows; it owns nothing and changes no table.
GRANT USAGE ON SCHEMA ${schema} TO "${role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO "${role}";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO "${role}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO "${role}";
