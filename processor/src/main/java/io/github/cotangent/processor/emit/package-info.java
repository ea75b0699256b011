/** From derivatives to the companion class: which members there are, what they check, and their documentation. */
package io.github.cotangent.processor.emit;
