package groupwatch.report.unsubscribe;

import groupwatch.report.plan.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The page behind the link of a mail: templates and words are files beside each other. It has no script. */
@Component
class UnsubscribePage {

    private static final String FOLDER = "groupwatch/report/unsubscribe/";
    private static final String TEMPLATE = "page";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String style;
    private final String policy;

    UnsubscribePage() throws IOException {
        engine.setTemplateResolver(templates());
        engine.setTemplateEngineMessageSource(words());
        style = new ClassPathResource(FOLDER + "page.css").getContentAsString(StandardCharsets.UTF_8);
        policy = "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // what the first page loads from disk is loaded now, and not on an event loop
        for (String language : Languages.SPOKEN) {
            Locale locale = Locale.forLanguageTag(language);
            unknown(locale);
            List.of(Standing.values()).forEach(standing -> rendered(locale, standing, "", ""));
        }
    }

    private static ClassLoaderTemplateResolver templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(UnsubscribePage.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename(FOLDER + "words");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setDefaultLocale(Locale.ENGLISH);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    String of(Subscriber subscriber, Standing standing) {
        return rendered(
                subscriber.report().language(), standing, subscriber.report().name(), subscriber.masked());
    }

    /** For a link that is nobody's; tells nothing of what there is. */
    String unknown(Locale language) {
        return rendered(language, null, "", "");
    }

    private String rendered(Locale language, @Nullable Standing standing, String name, String address) {
        Context context = new Context(language);
        context.setVariable("language", language.getLanguage());
        context.setVariable("style", style);
        context.setVariable(
                "state", standing == null ? "unknown" : standing.name().toLowerCase(Locale.ROOT));
        context.setVariable("name", name);
        context.setVariable("address", address);
        try {
            return engine.process(TEMPLATE, context);
        } catch (UncheckedIOException error) {
            throw new IllegalStateException("the page's template is not to be had", error);
        }
    }

    /** What a browser may load for it: this style, and nothing else. */
    String policy() {
        return policy;
    }

    private static String hash(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }
}
