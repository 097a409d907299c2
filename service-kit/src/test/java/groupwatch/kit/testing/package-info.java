/** What the tests of every module share: servers, architecture rules, the guard against blocking. Published as a test-jar. */
@NullMarked
package groupwatch.kit.testing;

import org.jspecify.annotations.NullMarked;
