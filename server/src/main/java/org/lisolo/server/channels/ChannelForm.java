package org.lisolo.server.channels;

import org.lisolo.server.platform.Problem;

import java.util.List;

/** A channel as it is being opened: what was typed, and what is wrong with it. */
public record ChannelForm(String name, String kind, String visibility, List<Problem> problems) {
    static ChannelForm empty() {
        return new ChannelForm("", "lisolo", "PUBLIC", List.of());
    }

    public List<ChannelKind> kinds() {
        return List.of(ChannelKind.values()).stream().filter(ChannelKind::isFed).toList();
    }
}
