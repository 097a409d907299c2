package groupwatch.kit.evolution;

/** The flags of {@code /settings}; {@code msgCall} is what it answers calls with when it rejects them. */
public record InstanceOptions(
        boolean rejectCall,
        String msgCall,
        boolean groupsIgnore,
        boolean alwaysOnline,
        boolean readMessages,
        boolean readStatus,
        boolean syncFullHistory) {}
