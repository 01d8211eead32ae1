/** The cast of people, the test database and the contract tests that fakes must pass. */
@NullMarked
package org.lisolo.testkit;

import org.jspecify.annotations.NullMarked;
