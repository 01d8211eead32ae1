package org.lisolo.server.message;

/**
 * What the network sent, byte for byte. The array is not copied: whoever hands it over leaves it
 * alone.
 */
@SuppressWarnings("ArrayRecordComponent") // equality of payloads is nobody's question
public record Payload(String mediaType, byte[] bytes) {}
