package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;

/** Where messages are. */
public sealed interface Chat {

    String jid();

    record Group(String jid, Addressing addressing) implements Chat {}

    /** @param form how keys name the other side */
    record Direct(Persona peer, Form form) implements Chat {

        @Override
        public String jid() {
            return form == Form.LID_ONLY ? peer.lidJid() : peer.phoneJid();
        }
    }

    /** How the keys of a direct chat name the other side. */
    enum Form {
        /** By the number, the LID beside it. */
        NUMBER,
        /** They wrote by LID: the number takes its place, and the LID is lost. */
        NUMBER_FOR_LID,
        /** By LID, the number unknown. */
        LID_ONLY
    }
}
