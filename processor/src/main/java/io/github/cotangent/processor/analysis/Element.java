package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;

/** The element of an array that a statement loads or stores. */
record Element(Value array, Value index, Statement user) {

    static Element of(Statement user) {
        return user instanceof Store store
                ? new Element(store.array(), store.index(), user)
                : new Element(((Let) user).argument(0), ((Let) user).argument(1), user);
    }
}
