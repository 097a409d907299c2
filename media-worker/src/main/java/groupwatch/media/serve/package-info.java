/** Files over HTTP. Everything in them, their names included, is taken for hostile: nothing of it runs in a reader's browser. */
@NullMarked
package groupwatch.media.serve;

import org.jspecify.annotations.NullMarked;
