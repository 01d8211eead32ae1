package org.lisolo.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import java.nio.file.Path;
import java.util.Locale;

/** The templates: compiled into the server, or read afresh from a folder while working on them. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    @Bean
    TemplateEngine templateEngine(@Value("${lisolo.templates:#{null}}") @Nullable Path sources) {
        if (sources == null) {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.lisolo.jte");
        }
        // under the name of the precompiled ones, the old classes would win and hide every edit
        var engine =
                TemplateEngine.create(
                        new DirectoryCodeResolver(sources),
                        Path.of("target", "templates"),
                        ContentType.Html,
                        PageConfiguration.class.getClassLoader(),
                        "org.lisolo.jtelive");
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    /** A controller's {@code Locale} is the language that its page will speak. */
    @Bean
    LocaleResolver localeResolver(Languages languages) {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return languages.of(request).locale();
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver pageResolver(TemplateEngine engine, Frames frames) {
        return (name, _) ->
                engine.hasTemplate(name + ".jte")
                        ? new JteView(engine, frames, name + ".jte")
                        : null;
    }
}
