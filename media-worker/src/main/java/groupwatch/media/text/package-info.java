/**
 * Documents: their type, text and first page. They are read by a Java process of its own with a small heap, which is ended when a document takes too long and
 * started anew for the next one: the libraries that read documents can be made to loop and to eat memory.
 */
@NullMarked
package groupwatch.media.text;

import org.jspecify.annotations.NullMarked;
