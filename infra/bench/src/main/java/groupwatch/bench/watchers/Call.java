package groupwatch.bench.watchers;

/**
 * A call to Evolution as the simulator's log has it, with times in microseconds since 1970.
 *
 * @param watcher the life of a replica that made it
 * @param status 0: nobody heard an answer
 */
record Call(long number, String account, String watcher, String path, long begun, long ended, int status) {

    boolean isAnswered() {
        return status != 0;
    }

    boolean isOpenAt(long time) {
        return begun <= time && time <= ended;
    }
}
