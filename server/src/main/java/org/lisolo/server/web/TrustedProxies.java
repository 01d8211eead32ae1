package org.lisolo.server.web;

import org.lisolo.server.platform.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who says where a request came from: {@code lisolo.proxies} names the addresses or networks of the
 * proxies whose {@code X-Forwarded-…} headers are believed. Without it nobody's are, wherever the
 * server runs.
 */
public final class TrustedProxies implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String proxies = environment.getProperty("lisolo.proxies", "");
        if (proxies.isBlank()) {
            return;
        }
        String networks =
                Arrays.stream(proxies.split(",", -1))
                        .map(String::strip)
                        .map(TrustedProxies::network)
                        .collect(Collectors.joining(", "));
        Map<String, Object> settings =
                Map.of(
                        "server.forward-headers-strategy",
                        "native",
                        "server.tomcat.remoteip.internal-proxies",
                        networks);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("the proxies that are believed", settings));
    }

    private static String network(String proxy) {
        String[] parts = proxy.split("/", 2);
        try {
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            int bits = 8 * address.getAddress().length;
            int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
            if (prefix < 1 || prefix > bits) {
                throw new IllegalArgumentException(proxy);
            }
            return address.getHostAddress() + "/" + prefix;
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "lisolo.proxies holds what is neither an address nor a network: " + proxy + ".",
                    "Write addresses such as 10.1.2.3 or networks such as 10.1.2.0/24, separated by"
                            + " commas.",
                    e);
        }
    }
}
