package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.wire.Json;

/** Who a request calls {@code number}: digits, or a JID. Numbers that end in 0404 have no WhatsApp. */
record Recipient(String jid) {

    private static final String NOBODY = "0404";
    private static final int SHORTEST = 7;

    static boolean exists(String number) {
        var digits = digits(number);
        return digits.length() >= SHORTEST && !digits.endsWith(NOBODY);
    }

    static String digits(String number) {
        return number.replaceAll("@.*", "").replaceAll("\\D", "");
    }

    static String jidOf(String number) {
        return number.contains("@") ? number : digits(number) + "@s.whatsapp.net";
    }

    /** @throws EvolutionException when the number has no WhatsApp, the group is not known, or the link is not open */
    static Recipient of(Instance instance, String number) {
        if (!instance.link().isOpen()) {
            throw EvolutionException.unexpected("Connection Closed");
        }
        var jid = jidOf(number);
        if (jid.endsWith("@g.us")) {
            if (instance.groups().find(jid).isEmpty()) {
                throw EvolutionException.notFound("Group not found");
            }
        } else if (!jid.endsWith("@broadcast") && !exists(number)) {
            throw EvolutionException.badRequest(
                    Json.object().put("jid", jid).put("exists", false).put("number", number));
        }
        return new Recipient(jid);
    }

    boolean isGroup() {
        return jid.endsWith("@g.us");
    }

    boolean isDirect() {
        return jid.endsWith("@s.whatsapp.net") || jid.endsWith("@lid");
    }
}
