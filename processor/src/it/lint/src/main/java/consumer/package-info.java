/** A strict user's package. */
package consumer;
