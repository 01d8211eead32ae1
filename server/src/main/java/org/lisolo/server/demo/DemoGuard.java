package org.lisolo.server.demo;

import org.lisolo.server.platform.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The sample hospital is for trying out on one's own machine: it refuses to be reached from outside
 * or to write into a database that somebody else keeps.
 */
public final class DemoGuard implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("lisolo.demo", Boolean.class, true)) {
            return;
        }
        String url = environment.getProperty("spring.datasource.url", "");
        if (!url.isBlank()) {
            throw new StartRefused(
                    "The sample hospital is not put into a database of yours"
                            + " (spring.datasource.url is set).",
                    "Start with --lisolo.demo=false for an empty Lisolo on that database.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw new StartRefused(
                    "The sample hospital is not shown to other machines (server.address is "
                            + (address.isBlank() ? "every address" : address)
                            + ").",
                    "Start with --lisolo.demo=false, or leave server.address at 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
