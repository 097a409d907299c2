package groupwatch.local;

/** What {@code up} prints when all is well: where it is, how to try it, and at the first start the tokens. */
final class Greeting {

    private final SuiteOptions options;
    private final Suite suite;

    Greeting(SuiteOptions options, Suite suite) {
        this.options = options;
        this.suite = suite;
    }

    void print(Progress progress) {
        progress.step("ready");
        progress.say("""

                Webhooks   %s/webhook/evolution
                API        %s/api
                Health     %s/health
                Log        %s
                Tokens     %s""".formatted(
                        options.gateway(),
                        options.api(),
                        options.api(),
                        options.folder().log(),
                        options.folder().runFile()));
        var simulator = suite.runFile().simulator();
        if (simulator != null) {
            progress.say("Simulator  " + simulator + ", instance " + ServiceProperties.DEMO_INSTANCE);
        }
        var mail = suite.runFile().mail();
        if (mail != null) {
            progress.say("Mail       " + mail + " (what is sent by e-mail is caught here)");
        }
        progress.say("");
        if (suite.firstStart()) {
            progress.say("""
                    First start. These are shown once, and stay in the file above:
                      webhook token  %s
                      API token      %s
                    """.formatted(
                            suite.runFile().webhookToken(), suite.runFile().apiToken()));
        }
        progress.say(simulator == null ? own() : demo());
        progress.say("\nCtrl-C stops it.");
    }

    private String demo() {
        return """
                This is the demo. Everybody in it is invented and everything they say is simulated; it goes on while you look.%4$s
                  API=$(sed -n 's/.*"apiToken" *: *"\\([^"]*\\)".*/\\1/p' '%1$s')
                  curl -s "%2$s/api/groups" -H "Authorization: Bearer $API"
                For your own messages: groupwatch up --no-demo (its data are in %3$s).""".formatted(options.folder().runFile(), options.api(), DataFolder.standard(), reports());
    }

    private String reports() {
        return DemoReports.areMade(options) ? "\nFour reports arrive by e-mail within two minutes." : "";
    }

    private String own() {
        return """
                Try it:
                  WEBHOOK=$(sed -n 's/.*"webhookToken" *: *"\\([^"]*\\)".*/\\1/p' '%1$s')
                  API=$(sed -n 's/.*"apiToken" *: *"\\([^"]*\\)".*/\\1/p' '%1$s')
                  curl -s %2$s/webhook/evolution -H "Authorization: Bearer $WEBHOOK" -H 'Content-Type: application/json' -d '%4$s'
                  curl -s "%3$s/api/groups" -H "Authorization: Bearer $API"
                  curl -s "%3$s/api/messages/HELLO1?chat=120363000000000101@g.us" -H "Authorization: Bearer $API\"""".formatted(options.folder().runFile(), options.gateway(), options.api(), hello());
    }

    private static String hello() {
        return """
                {"event":"messages.upsert","instance":"hello","data":{"key":{"remoteJid":"120363000000000101@g.us",\
                "fromMe":false,"id":"HELLO1","participant":"5511999990003@s.whatsapp.net"},"pushName":"Diego",\
                "message":{"conversation":"Hello"},"messageType":"conversation","messageTimestamp":%d}}""".formatted(System.currentTimeMillis() / 1000);
    }
}
