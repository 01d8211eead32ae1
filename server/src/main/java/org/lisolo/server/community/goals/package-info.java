/**
 * What members propose to themselves, how it goes, and, where they show it, who encourages them.
 */
@NullMarked
package org.lisolo.server.community.goals;

import org.jspecify.annotations.NullMarked;
