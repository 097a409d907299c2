package groupwatch.ingest.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses that begin alike: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address.
 *
 * @param bits how many leading bits count
 */
record SourceNetwork(InetAddress address, int bits) {

    /** @throws IllegalArgumentException with a sentence for the operator */
    static SourceNetwork parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            // a name would be looked up now and be wrong later
            if (parts.length > 2 || !parts[0].matches("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
                throw unreadable(text);
            }
            InetAddress address = InetAddress.getByName(parts[0]);
            int length = address.getAddress().length * 8;
            int bits = parts.length == 1 ? length : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > length) {
                throw unreadable(text);
            }
            return new SourceNetwork(address, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw unreadable(text);
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = 0xFF << (8 - bits % 8) & 0xFF;
        return Arrays.equals(mine, 0, whole, theirs, 0, whole)
                && (rest == 0 || whole == mine.length || (mine[whole] & rest) == (theirs[whole] & rest));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "groupwatch.ingest.allowed-sources takes addresses or networks as 10.1.2.3 or 10.0.0.0/8, not " + text);
    }
}
