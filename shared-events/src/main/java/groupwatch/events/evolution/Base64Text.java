package groupwatch.events.evolution;

import java.util.Arrays;

/**
 * Decodes base64 that comes in parts, as the content of a JSON string: with escapes, in either alphabet, with or without padding,
 * line breaks, or a {@code data:} prefix. What is no base64 ends it; what came before stays decoded.
 */
final class Base64Text {

    private static final int BLANK = -1;
    private static final int OTHER = -2;
    private static final byte[] VALUES = values();

    /** {@code data}, decoded. */
    private static final int DATA = 0x75AB5A;

    private byte[] decoded = new byte[0];
    private int length;
    private long size;
    private int characters;
    private int bits;
    private boolean padded;
    private boolean inPrefix;
    private boolean broken;

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) OTHER);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int value = 0; value < 64; value++) {
            values[alphabet.charAt(value)] = (byte) value;
        }
        values['-'] = 62;
        values['_'] = 63;
        for (char blank : " \t\r\n\f\b".toCharArray()) {
            values[blank] = (byte) BLANK;
        }
        return values;
    }

    /** Takes characters up to the first that ends the string or escapes. @return where it stopped */
    int takeAll(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '"' && text[at] != '\\') {
            if (characters % 4 == 0 && !padded && !broken && !inPrefix) {
                at = takeWhole(text, at);
                if (at == text.length || text[at] == '"' || text[at] == '\\') {
                    return at;
                }
            }
            take(text[at++] & 0xFF);
        }
        return at;
    }

    /** The same for groups of four plain characters, of which most of a file consists. */
    private int takeWhole(byte[] text, int from) {
        makeRoom((text.length - from) / 4 * 3);
        int to = length;
        int at = from;
        for (; at + 4 <= text.length; at += 4) {
            int group = VALUES[text[at] & 0xFF] << 18
                    | VALUES[text[at + 1] & 0xFF] << 12
                    | VALUES[text[at + 2] & 0xFF] << 6
                    | VALUES[text[at + 3] & 0xFF];
            // what is no character of base64 is negative, and so is whatever it is joined with
            if (group < 0) {
                break;
            }
            decoded[to++] = (byte) (group >> 16);
            decoded[to++] = (byte) (group >> 8);
            decoded[to++] = (byte) group;
            bits = group;
            characters = 4;
        }
        size += to - length;
        length = to;
        return at;
    }

    private void makeRoom(int more) {
        if (decoded.length - length < more) {
            decoded = Arrays.copyOf(decoded, Math.max(length + more, 2 * length));
        }
    }

    /** One character; an escape has been resolved. */
    void take(int character) {
        if (broken) {
            return;
        }
        if (inPrefix) {
            inPrefix = character != ',';
            return;
        }
        int value = character < 256 ? VALUES[character] : OTHER;
        if (value == BLANK) {
            return;
        }
        if (character == '=') {
            padded = true;
        } else if (value >= 0 && !padded) {
            takeValue(value);
        } else if (character == ':' && size == 3 && characters == 4 && bits == DATA) {
            begin();
        } else {
            broken = true;
        }
    }

    private void takeValue(int value) {
        if (characters == 4) {
            characters = 0;
        }
        bits = bits << 6 & 0xFFFFFF | value;
        characters++;
        if (characters == 4) {
            write(3, 0);
        }
    }

    /** Behind {@code data:} everything up to the comma tells the type. */
    private void begin() {
        inPrefix = true;
        length = 0;
        size = 0;
        characters = 0;
    }

    /** What the last characters give that are fewer than four. */
    void end() {
        switch (characters) {
            case 1 -> broken = true;
            case 2 -> write(1, 12);
            case 3 -> write(2, 6);
            default -> {
                // nothing is left
            }
        }
        characters = 0;
    }

    private void write(int count, int shift) {
        int group = bits << shift;
        makeRoom(count);
        for (int at = 0; at < count; at++) {
            decoded[length++] = (byte) (group >> 16 - 8 * at);
        }
        size += count;
    }

    boolean isBroken() {
        return broken || inPrefix;
    }

    /** Bytes decoded in all. */
    long size() {
        return size;
    }

    /** What was decoded since this was last asked. */
    byte[] drain() {
        byte[] bytes = Arrays.copyOf(decoded, length);
        length = 0;
        return bytes;
    }
}
