package org.lisolo.server.platform.fetch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import java.net.InetAddress;
import java.util.Set;

@Configuration(proxyBeanMethods = false)
class FetchConfiguration {
    /**
     * The guard.
     *
     * @param allowed {@code host:port} that are reached whatever their address; for tests only
     */
    @Bean
    @Lazy
    Fetches fetches(@Value("${lisolo.fetch.allowed:}") Set<String> allowed) {
        return new Fetches(allowed, InetAddress::getAllByName);
    }
}
