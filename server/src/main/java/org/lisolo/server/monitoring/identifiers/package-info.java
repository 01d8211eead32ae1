/**
 * What in the words of messages points at a person: found once for each event as it comes in, again
 * by a new version of the recognisers, and what reviewers say was found wrongly.
 */
@NullMarked
package org.lisolo.server.monitoring.identifiers;

import org.jspecify.annotations.NullMarked;
