/**
 * What all endpoints of the store share: who may ask what, how parameters are read, how lists are paged, how it is said
 * that the database is away. The endpoints themselves are in the packages of their features.
 */
@NullMarked
package groupwatch.store.api;

import org.jspecify.annotations.NullMarked;
