/**
 * Messages between two people: neither in the log nor in an index, and shown to nobody else unless
 * one of the two reports one.
 */
@NullMarked
package org.lisolo.server.community.direct;

import org.jspecify.annotations.NullMarked;
