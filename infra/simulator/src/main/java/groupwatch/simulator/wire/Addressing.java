package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;

/** By which of a person's two identities a group knows its people. */
public enum Addressing {
    LID,
    PN;

    public String jid(Persona persona) {
        return this == LID ? persona.lidJid() : persona.phoneJid();
    }

    public String other(Persona persona) {
        return this == LID ? persona.phoneJid() : persona.lidJid();
    }

    /** The digits with which a text mentions somebody. */
    public String digits(Persona persona) {
        return this == LID ? persona.lid() : persona.phone();
    }

    String word() {
        return this == LID ? "lid" : "pn";
    }
}
