package groupwatch.simulator.world;

/**
 * An invented person.
 *
 * @param name as they call themselves in WhatsApp
 * @param phone digits only
 * @param lid the digits of their LID
 */
public record Persona(String name, String phone, String lid) {

    public String phoneJid() {
        return phone + "@s.whatsapp.net";
    }

    public String lidJid() {
        return lid + "@lid";
    }
}
