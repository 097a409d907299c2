package groupwatch.watchdog.code;

import io.nayuki.qrcodegen.QrCode;
import java.util.Base64;

/** A QR code to look at: black modules on white, with the quiet zone of four modules that scanners need. */
final class QrPicture {

    private static final int QUIET = 4;

    /** Pixels a module. */
    private static final int SCALE = 8;

    private final QrCode modules;

    private QrPicture(QrCode modules) {
        this.modules = modules;
    }

    static QrPicture of(String code) {
        return new QrPicture(QrCode.encodeText(code, QrCode.Ecc.LOW));
    }

    /** Drawn by whoever shows it, at any size. */
    String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.size; y++) {
            for (int x = 0; x < modules.size; x++) {
                if (modules.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = modules.size + 2 * QUIET;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path d="M0,0h%dv%dh-%dz" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(size, size, size, size, size, path);
    }

    byte[] png() {
        int size = (modules.size + 2 * QUIET) * SCALE;
        return PngImage.of(size, (x, y) -> modules.getModule(x / SCALE - QUIET, y / SCALE - QUIET));
    }

    /** The PNG as an address that browsers show. */
    String dataUrl() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }
}
