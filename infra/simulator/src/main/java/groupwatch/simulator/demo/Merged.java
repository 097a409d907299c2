package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.util.Iterator;

/** Two endless successions, each in order of time, as one. */
final class Merged implements Iterator<Happening> {

    private final Iterator<Happening> one;
    private final Iterator<Happening> other;
    private Happening nextOne;
    private Happening nextOther;

    Merged(Iterator<Happening> one, Iterator<Happening> other) {
        this.one = one;
        this.other = other;
        nextOne = one.next();
        nextOther = other.next();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Happening next() {
        Happening next = nextOne.at().isAfter(nextOther.at()) ? nextOther : nextOne;
        if (next == nextOne) {
            nextOne = one.next();
        } else {
            nextOther = other.next();
        }
        return next;
    }
}
