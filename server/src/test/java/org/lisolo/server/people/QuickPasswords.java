package org.lisolo.server.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Keeps passwords for a thousandth of the processor time, for tests that open a hospital of nine
 * people before each method. What production pays is held by {@link SignInTest}.
 */
public class QuickPasswords {
    @Bean
    @Primary
    Passwords reckonedInNoTime() {
        return new Passwords(32, 1);
    }
}
