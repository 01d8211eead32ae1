package org.lisolo.server.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DemoGuardTest {
    @Test
    void letsTheSampleHospitalStartOnThisMachineAlone() {
        for (String address : List.of("127.0.0.1", "::1", "localhost")) {
            assertThatCode(() -> guard(Map.of("server.address", address)))
                    .as(address)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void refusesToShowItToOtherMachines() {
        for (String address : List.of("", "0.0.0.0", "192.0.2.7")) {
            assertThatThrownBy(() -> guard(Map.of("server.address", address)))
                    .as(address)
                    .isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void refusesToPutItIntoADatabaseOfSomebodyElse() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.datasource.url", "jdbc:postgresql://db.example/lisolo");
        assertThatThrownBy(() -> guard(settings)).isInstanceOf(StartRefused.class);
        settings.put("lisolo.demo", false);
        assertThatCode(() -> guard(settings)).doesNotThrowAnyException();
    }

    private static void guard(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new DemoGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
