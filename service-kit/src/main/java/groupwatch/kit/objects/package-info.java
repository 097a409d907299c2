/** Files under keys, in a folder or in any S3-compatible store. Everything streams. */
@NullMarked
package groupwatch.kit.objects;

import org.jspecify.annotations.NullMarked;
