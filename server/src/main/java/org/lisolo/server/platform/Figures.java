package org.lisolo.server.platform;

import java.util.List;

/** A module that has figures for whoever runs the server; asked several times a minute. */
public interface Figures {
    List<Figure> figures();
}
