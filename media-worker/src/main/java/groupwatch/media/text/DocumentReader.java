package groupwatch.media.text;

import groupwatch.media.text.Wire.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.springframework.util.FileSystemUtils;

/** The process that reads documents: answers questions until its input ends. It leaves when the service is no more, also in the middle of a document. */
public final class DocumentReader {

    private DocumentReader() {}

    public static void main(String[] args) throws IOException {
        // libraries that print must not disturb the answers
        System.setOut(System.err);
        ProcessHandle.current()
                .parent()
                .ifPresent(service ->
                        service.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        serve(new DataInputStream(System.in), new DataOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    private static void leave() {
        FileSystemUtils.deleteRecursively(
                Path.of(System.getProperty("java.io.tmpdir")).toFile());
        Runtime.getRuntime().halt(1);
    }

    private static void serve(DataInputStream questions, DataOutputStream answers) throws IOException {
        Documents documents = new Documents();
        while (true) {
            Question question;
            try {
                question = Question.valueOf(questions.readUTF());
            } catch (EOFException over) {
                return;
            }
            answer(documents, question, Path.of(questions.readUTF()), questions.readInt(), answers);
        }
    }

    private static void answer(Documents documents, Question question, Path file, int size, DataOutputStream answers) {
        try {
            Wire.answer(
                    answers,
                    true,
                    switch (question) {
                        case TYPE -> documents.type(file).getBytes(StandardCharsets.UTF_8);
                        case TEXT -> documents.text(file, size);
                        case FIRST_PAGE -> PdfPage.first(file, size);
                    });
        } catch (EncryptedDocumentException | org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException locked) {
            refuse(answers, "encrypted");
        } catch (Exception | StackOverflowError | LinkageError unreadable) {
            refuse(answers, "unreadable");
        }
    }

    private static void refuse(DataOutputStream answers, String reason) {
        Wire.answer(answers, false, reason.getBytes(StandardCharsets.UTF_8));
    }
}
