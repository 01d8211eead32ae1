/** What an organisation watches for: its rules, their history, and what they would have caught. */
@NamedInterface("rules")
@NullMarked
package org.lisolo.server.monitoring.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
