package org.lisolo.server.channels.format;

/**
 * Turns what a network sends into events. Nothing a payload holds makes it throw: it is understood,
 * holds nothing to keep, or is not understood, each said with a reason. Reading the same payload
 * twice gives events that are the same to the inbox. Pure and safe from many threads.
 */
public interface Format {
    /** The media type under which raw payloads of this format are kept. */
    String mediaType();

    /** Reads one payload: one line of a stream, or one document. */
    Reading read(byte[] payload, Delivery delivery);
}
