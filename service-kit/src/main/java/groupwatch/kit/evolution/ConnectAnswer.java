package groupwatch.kit.evolution;

import org.jspecify.annotations.Nullable;

/** What {@link EvolutionApi#connect} answers. */
public sealed interface ConnectAnswer {

    /** It is linked already, or about to be: its state. */
    record Linked(String state) implements ConnectAnswer {}

    /** It begins; the code comes as an event, or when it is asked again. */
    record Begun() implements ConnectAnswer {}

    /**
     * A code to link an account with: full access to it.
     *
     * @param code text of the QR code
     * @param pairingCode to be typed on the phone, when a number was given
     * @param count which one since it began
     */
    record Code(String code, @Nullable String pairingCode, int count) implements ConnectAnswer {

        @Override
        public String toString() {
            return "Code[" + count + "]";
        }
    }

    /** It cannot. */
    record Refused(String message) implements ConnectAnswer {}
}
