/**
 * People looking after each other and themselves: blocks, worries that somebody on call takes up,
 * the way out, and two people who open an alias together.
 */
@NullMarked
package org.lisolo.server.community.peers;

import org.jspecify.annotations.NullMarked;
