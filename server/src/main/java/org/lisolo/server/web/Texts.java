package org.lisolo.server.web;

import com.ibm.icu.text.MessageFormat;

import org.lisolo.server.platform.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every sentence of the pages: all {@code texts/*_<language>.properties} of the class path, in ICU
 * message syntax. They are typeset as they are read: an apostrophe becomes the curved one (so it
 * never quotes a placeholder) and French gets its no-break spaces, which Lingala shares where it
 * has them. A language has a bundle wholly or not at all. Thread-safe.
 */
@Component
public final class Texts implements Sentences {
    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final Pattern BEFORE_HIGH_POINT = Pattern.compile("(?<=\\S) (?=[:;?!»](\\s|$))");

    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    Texts() throws IOException {
        for (Language language : Language.values()) {
            formats.put(language, read(language));
        }
    }

    private static Map<String, MessageFormat> read(Language language) throws IOException {
        var read = new HashMap<String, MessageFormat>();
        String pattern = "classpath*:texts/*_" + language.code() + ".properties";
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var properties = new Properties();
            try (var reader =
                    new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            for (String key : properties.stringPropertyNames()) {
                String text = typeset(properties.getProperty(key), language);
                if (read.put(key, new MessageFormat(text, language.numbers())) != null) {
                    throw new IllegalStateException(key + " is told twice, also in " + file);
                }
            }
        }
        return Map.copyOf(read);
    }

    /** With the apostrophes and spaces of print. */
    public static String typeset(String text, Language language) {
        String curved = text.replace('\'', '’');
        return switch (language) {
            case FR, LN ->
                    BEFORE_HIGH_POINT.matcher(curved).replaceAll("\u00a0").replace("« ", "«\u00a0");
            case EN, SW -> curved;
        };
    }

    /** The sentence in this language, else in French; a key that none knows is shown as it is. */
    public String say(Language language, String key, Object... arguments) {
        MessageFormat format = formats(language).get(key);
        if (format == null) {
            format = formats(Language.FR).get(key);
        }
        if (format == null) {
            log.warn("no text for the key {}", key);
            return key;
        }
        // a MessageFormat may not be used by two threads at once
        return format.clone().format(arguments);
    }

    @Override
    public String say(Locale locale, String key, Object... arguments) {
        return say(Language.of(locale.getLanguage()).orElse(Language.FR), key, arguments);
    }

    boolean has(Language language, String key) {
        return formats(language).containsKey(key);
    }

    public Set<String> keys(Language language) {
        return formats(language).keySet();
    }

    /** As it was written, its placeholders open. */
    String pattern(Language language, String key) {
        MessageFormat format = formats(language).get(key);
        return format == null ? "" : format.toPattern();
    }

    private Map<String, MessageFormat> formats(Language language) {
        return formats.getOrDefault(language, Map.of());
    }
}
