package org.lisolo.server.people;

import org.lisolo.server.platform.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.web.http.CookieSerializer;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    private static final String PLACE = "session";

    @Bean
    static PeopleKey peopleKey(DataFolder folder) {
        return PeopleKey.of(folder);
    }

    @Bean
    static CookieSerializer sessionCookie(PeopleKey key) {
        return new SignedCookie(key);
    }

    /**
     * Sessions hold a person's name, so they are sealed too; and nothing is ever deserialized that
     * we did not seal ourselves, whoever can write to the table. The name is Spring Session's.
     */
    @Bean
    static ConversionService springSessionConversionService(PeopleKey key) {
        var serialize = new SerializingConverter();
        var deserialize = new DeserializingConverter(PeopleKey.class.getClassLoader());
        var conversions = new GenericConversionService();
        conversions.addConverter(
                Object.class,
                byte[].class,
                attribute -> key.seal(serialize.convert(attribute), PLACE));
        conversions.addConverter(
                byte[].class, Object.class, kept -> deserialize.convert(key.open(kept, PLACE)));
        return conversions;
    }
}
