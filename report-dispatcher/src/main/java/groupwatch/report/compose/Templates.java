package groupwatch.report.compose;

import groupwatch.report.compose.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/**
 * Lays pages out, as HTML and as plain text, by the files in {@code groupwatch/report/compose}.
 *
 * <p>The engine is nobody's bean: several services share one class path and some have web views, whose engine must not become this one, nor this one
 * theirs. Its files are found by this class's own loader; a scheduler's thread may have another.
 */
final class Templates {

    private static final String FOLDER = "groupwatch/report/compose/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates() {
        engine.setTemplateResolvers(Set.of(files("html", TemplateMode.HTML), files("text", TemplateMode.TEXT)));
    }

    String html(Page page) {
        return engine.process("html/mail", context(page));
    }

    String text(Page page) {
        return PlainText.folded(engine.process("text/mail", context(page)));
    }

    private static Context context(Page page) {
        Context context = new Context(Locale.of(page.language()));
        context.setVariable("page", page);
        context.setVariable("plain", new PlainText());
        return context;
    }

    private static ITemplateResolver files(String kind, TemplateMode mode) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix(FOLDER);
        files.setResolvablePatterns(Set.of(kind + "/*"));
        files.setSuffix(mode == TemplateMode.HTML ? ".html" : ".txt");
        files.setTemplateMode(mode);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        files.setCacheable(true);
        return files;
    }
}
