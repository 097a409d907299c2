package groupwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages of an Ogg stream (RFC 3533). */
final class OggPages {

    static final int FIRST = 2;
    static final int LAST = 4;

    private static final int HEADER = 27;
    private static final int CHECKSUM_AT = 22;
    private static final int FULL = 255;
    private static final int[] CRC = crcTable();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int serial;
    private int sequence;

    OggPages(int serial) {
        this.serial = serial;
    }

    void add(int flags, long position, List<byte[]> packets) {
        var lacing = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        for (var packet : packets) {
            for (int left = packet.length; left >= FULL; left -= FULL) {
                lacing.write(FULL);
            }
            lacing.write(packet.length % FULL);
            body.writeBytes(packet);
        }
        var page = ByteBuffer.allocate(HEADER + lacing.size() + body.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(position)
                .putInt(serial)
                .putInt(sequence++)
                .putInt(0)
                .put((byte) lacing.size())
                .put(lacing.toByteArray())
                .put(body.toByteArray());
        page.putInt(CHECKSUM_AT, crc(page.array()));
        out.writeBytes(page.array());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte each : bytes) {
            crc = crc << 8 ^ CRC[crc >>> 24 & 0xff ^ each & 0xff];
        }
        return crc;
    }

    private static int[] crcTable() {
        var table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ 0x04c11db7 : crc << 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
