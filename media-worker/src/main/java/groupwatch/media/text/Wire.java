package groupwatch.media.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How the service and the process that reads talk: a question (what, path) and an answer (whether it went well, bytes), in turns. */
final class Wire {

    /** The first page as a JPEG, or 64 KB of text: no honest answer is longer. */
    private static final int LONGEST = 1 << 20;

    enum Question {
        /** Answer: the type as text. */
        TYPE,
        /** Answer: the number of pages as an int, -1 when not known; then the text. */
        TEXT,
        /** Answer: a JPEG. */
        FIRST_PAGE
    }

    private Wire() {}

    static void ask(DataOutputStream out, Question question, String path, int size) throws IOException {
        out.writeUTF(question.name());
        out.writeUTF(path);
        out.writeInt(size);
        out.flush();
    }

    static void answer(DataOutputStream out, boolean well, byte[] bytes) {
        try {
            out.writeBoolean(well);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    /** @throws UnreadableDocumentException when the answer is that it does not go */
    static byte[] answer(DataInputStream in) throws IOException {
        boolean well = in.readBoolean();
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the process that reads documents answers " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the process that reads documents broke off");
        }
        if (!well) {
            throw new UnreadableDocumentException(new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes;
    }
}
