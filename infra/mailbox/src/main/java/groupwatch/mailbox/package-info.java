/**
 * The mail catcher of local mode and demos. A mail comes by SMTP ({@code receive}) → it is a file, durably, before it is acknowledged
 * ({@code keep}) → whoever sits at this machine reads it on a page or through a small API ({@code read}, {@code page}). Nothing is sent on.
 *
 * <p>On failure: what is too large or finds no room is refused in SMTP's words, so that the sender knows whether to come again. Mails are
 * strangers' texts: nothing of them runs, loads from elsewhere, or is read by pages of other sites.
 */
@NullMarked
package groupwatch.mailbox;

import org.jspecify.annotations.NullMarked;
