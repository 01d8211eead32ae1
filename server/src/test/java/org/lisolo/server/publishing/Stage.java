package org.lisolo.server.publishing;

import org.lisolo.server.channels.Channel;

import java.util.List;

/** The network that a journey goes over, as those see it who are there. */
interface Stage {
    /** By which the hospital speaks there. */
    Channel channel();

    /** The words of its posts there that answer nobody. */
    List<String> said();

    /** Somebody there says this below its first post. */
    void comment(String words);

    /** The words of its answers to that. */
    List<String> answers();
}
