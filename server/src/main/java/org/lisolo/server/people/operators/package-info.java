/** The pages of whoever looks after the platform as a whole. */
@NullMarked
package org.lisolo.server.people.operators;

import org.jspecify.annotations.NullMarked;
