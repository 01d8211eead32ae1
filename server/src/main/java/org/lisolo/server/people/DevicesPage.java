package org.lisolo.server.people;

import java.time.Duration;
import java.util.List;

/**
 * Where one is signed in.
 *
 * @param idle how long a device may be left alone before it is signed out
 * @param longest how long it stays signed in at most
 */
public record DevicesPage(List<Device> devices, Duration idle, Duration longest) {
    public DevicesPage {
        devices = List.copyOf(devices);
    }
}
