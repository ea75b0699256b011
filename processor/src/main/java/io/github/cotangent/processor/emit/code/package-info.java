/** From functions to the bodies of Java methods: expressions, variables, names and statements. */
package io.github.cotangent.processor.emit.code;
