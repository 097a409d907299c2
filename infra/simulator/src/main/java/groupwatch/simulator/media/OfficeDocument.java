package groupwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest word and table files that office programs open (ECMA-376). */
final class OfficeDocument {

    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final LocalDateTime MADE = LocalDateTime.of(2020, 1, 1, 0, 0);

    private OfficeDocument() {}

    /** A paragraph a line. */
    static byte[] docx(String text) {
        var body = new StringBuilder();
        text.lines()
                .forEach(line -> body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                        .append(escaped(line))
                        .append("</w:t></w:r></w:p>"));
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"" + OPEN + "wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        return zip("word/document.xml", "wordprocessingml.document", parts);
    }

    /** A row a line, its cells divided by tabs or semicolons. */
    static byte[] xlsx(String text) {
        var rows = new StringBuilder();
        text.lines().forEach(line -> {
            rows.append("<row>");
            for (var cell : line.split("[\t;]", -1)) {
                rows.append("<c t=\"inlineStr\"><is><t>").append(escaped(cell)).append("</t></is></c>");
            }
            rows.append("</row>");
        });
        var main = " xmlns=\"" + OPEN + "spreadsheetml/2006/main\"";
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "xl/workbook.xml",
                "<workbook" + main + " xmlns:r=\"" + OPEN + "officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet" + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        return zip("xl/workbook.xml", "spreadsheetml.sheet", parts);
    }

    private static byte[] zip(String main, String kind, Map<String, String> parts) {
        var types = new StringBuilder("<Types xmlns=\"" + OPEN + "package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/" + main + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                + kind
                + ".main+xml\"/>");
        if (parts.containsKey("xl/worksheets/sheet1.xml")) {
            types.append("<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"")
                    .append("application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }
        var all = new LinkedHashMap<String, String>();
        all.put("[Content_Types].xml", types.append("</Types>").toString());
        all.put("_rels/.rels", relation("officeDocument", main));
        all.putAll(parts);
        return zip(all);
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + OPEN + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + OPEN + "officeDocument/2006/relationships/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(MADE); // the same bytes at every time
                zip.putNextEntry(entry);
                zip.write((XML + file.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
