package groupwatch.kit.security;

/** What a caller may do, as it stands in the {@code scope} claim; {@value #ALL} grants all of them. */
public final class Scopes {

    public static final String ALL = "*";
    public static final String GROUPS_READ = "groups:read";
    public static final String GROUPS_WRITE = "groups:write";
    public static final String MESSAGES_READ = "messages:read";
    public static final String SUMMARIES_READ = "summaries:read";
    public static final String SUMMARIES_WRITE = "summaries:write";

    /** Questions: they read messages and can cost money. */
    public static final String ASK = "ask";

    public static final String REPORTS_READ = "reports:read";

    /** Whoever has it decides which content leaves the suite by e-mail, and to whom. */
    public static final String REPORTS_WRITE = "reports:write";

    public static final String RAW_READ = "raw:read";
    public static final String SUITE_READ = "suite:read";
    public static final String SUITE_WRITE = "suite:write";

    private Scopes() {}

    /** The authority Spring Security knows a scope by. */
    public static String authority(String scope) {
        return "SCOPE_" + scope;
    }
}
