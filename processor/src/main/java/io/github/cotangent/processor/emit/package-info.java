/** From derivatives to Java source: expressions, variables, names and the companion class. */
package io.github.cotangent.processor.emit;
