/**
 * Who is who: WhatsApp names one person by a phone number here and by a LID there. Rows keep identities as they were seen;
 * this package resolves them when rows are read.
 */
@NullMarked
package groupwatch.store.people;

import org.jspecify.annotations.NullMarked;
