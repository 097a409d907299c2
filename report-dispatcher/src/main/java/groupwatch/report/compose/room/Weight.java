package groupwatch.report.compose.room;

/** About how many bytes a group takes, told at each level. */
public record Weight(int whole, int brief, int named) {

    int at(Level level) {
        return switch (level) {
            case WHOLE -> whole;
            case BRIEF -> brief;
            case NAMED -> named;
            case COUNTED -> 0;
        };
    }
}
