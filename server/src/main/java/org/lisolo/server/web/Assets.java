package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import java.time.Duration;
import java.util.Map;

/** Style, scripts and pictures: each under a name with its content's hash, kept for a year. */
@Component
public final class Assets implements SmartInitializingSingleton {
    private static final Map<String, String> LIBRARIES =
            Map.of(
                    "htmx.js", "/assets/htmx.org/2.0.10/dist/htmx.min.js",
                    "htmx-sse.js", "/assets/htmx-ext-sse/2.2.2/sse.js");

    private final ObjectProvider<ResourceUrlProvider> addresses;

    private final ApplicationContext context;

    Assets(ObjectProvider<ResourceUrlProvider> addresses, ApplicationContext context) {
        this.addresses = addresses;
        this.context = context;
    }

    /** The connector answers before Spring tells of the refresh that the addresses wait for. */
    @Override
    public void afterSingletonsInstantiated() {
        addresses.ifAvailable(
                known -> known.onApplicationEvent(new ContextRefreshedEvent(context)));
    }

    String address(String name) {
        String path = LIBRARIES.getOrDefault(name, "/assets/" + name);
        @Nullable String address = addresses.getObject().getForLookupPath(path);
        if (address == null) {
            throw new IllegalArgumentException("no file " + name + " among the assets");
        }
        return address;
    }

    @Configuration(proxyBeanMethods = false)
    static class Serving implements WebMvcConfigurer {
        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations(
                            "classpath:/assets/", "classpath:/META-INF/resources/webjars/")
                    .setCacheControl(
                            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }
}
