/**
 * What people follow, and what is new of it, in the order in which it was written; the pages of
 * people.
 */
@NullMarked
package org.lisolo.server.community.following;

import org.jspecify.annotations.NullMarked;
