/**
 * What every format shares: its one question, its answers, and careful reading of JSON and HTML.
 */
@NamedInterface("format")
@NullMarked
package org.lisolo.server.channels.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
