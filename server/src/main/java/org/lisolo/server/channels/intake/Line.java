package org.lisolo.server.channels.intake;

/**
 * One line of what comes in, or one element of a document.
 *
 * @param number counted from 1, blank lines too
 * @param bytes without the line's end; empty if it is too long to be kept
 * @param end how many bytes of the whole lie up to and with the end of this line
 */
@SuppressWarnings("ArrayRecordComponent") // equality of lines is nobody's question
public record Line(long number, byte[] bytes, boolean tooLong, long end) {}
