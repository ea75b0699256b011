package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes once what was computed twice: the same primitive of the same arguments, or the same element of an array that
 * nothing has written to in between. What has just been stored is not loaded, and what is stored where it was loaded from is
 * not stored. Not a bit of any value changes.
 * Literals come first in the function, once each.
 */
public final class Share {

    /** What makes two computations the same. */
    private record Key(Object operation, Type type, List<Value> arguments) {}

    /** What has been computed where a region stands, in it and in the regions around it. */
    private final class Scope {
        private final Scope parent;
        private final Map<Key, Value> computed = new HashMap<>();
        private final Map<Value, Map<Key, Value>> loaded = new HashMap<>();
        private final Set<Value> overwritten = new HashSet<>();

        Scope(Scope parent) {
            this.parent = parent;
        }

        Value find(Key key) {
            Value here = known(key).get(key);
            if (here != null || parent == null || isOverwritten(key)) {
                return here;
            }
            return parent.find(key);
        }

        void add(Key key, Value value) {
            known(key).put(key, value);
        }

        private Map<Key, Value> known(Key key) {
            return isLoad(key) ? loaded.computeIfAbsent(array(key), none -> new HashMap<>()) : computed;
        }

        private boolean isOverwritten(Key key) {
            return isLoad(key) && overwritten.contains(array(key));
        }

        private static boolean isLoad(Key key) {
            return key.operation() == Primitive.LOAD;
        }

        private Value array(Key key) {
            return aliases.cellsOf(key.arguments().get(0));
        }

        /** Forgets the elements of an array: it has changed. */
        void overwrite(Value array) {
            forget(aliases.cellsOf(array));
        }

        /** Forgets all that a call may have written to. */
        void overwrite(Call call) {
            call.written().forEach(array -> aliases.reachedFrom(array).forEach(this::forget));
        }

        private void forget(Value root) {
            overwritten.add(root);
            loaded.remove(root);
        }
    }

    private final Aliases aliases;
    private final Map<Key, Constant> constants = new LinkedHashMap<>();
    private final Map<Value, Value> replacements = new HashMap<>();

    private Share(Aliases aliases) {
        this.aliases = aliases;
    }

    public static Function apply(Function function) {
        Share share = new Share(Aliases.of(function));
        Region body = share.region(function.body(), share.new Scope(null));
        List<Statement> statements = new ArrayList<>(share.constants.values());
        statements.addAll(body.statements());
        return new Function(function.name(), new Region(body.parameters(), statements, body.results()));
    }

    private Value now(Value value) {
        return replacements.getOrDefault(value, value);
    }

    /** The values as they are now; the same list if nothing has been replaced. */
    private List<Value> now(List<Value> values) {
        for (Value value : values) {
            if (replacements.containsKey(value)) {
                return values.stream().map(this::now).toList();
            }
        }
        return values;
    }

    private Let now(Let let) {
        List<Value> arguments = now(let.arguments());
        return arguments == let.arguments() ? let : new Let(let.result(), let.primitive(), arguments, let.position());
    }

    private Region region(Region region, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        region.statements().forEach(statement -> statement(statement, scope, statements));
        return new Region(region.parameters(), statements, now(region.results()));
    }

    private void statement(Statement statement, Scope scope, List<Statement> out) {
        if (statement instanceof Constant constant) {
            Object identity = constant.symbol().isEmpty() ? constant.literal() : constant.symbol();
            Key key = new Key(identity, constant.result().type(), List.of());
            replacements.put(
                    constant.result(),
                    constants.computeIfAbsent(key, none -> constant).result());
        } else if (statement instanceof Let let) {
            Let renamed = now(let);
            Key key = new Key(let.primitive(), let.result().type(), renamed.arguments());
            if (let.primitive().isPure() || let.primitive() == Primitive.LOAD) {
                share(key, let.result(), renamed, scope, out);
            } else {
                out.add(renamed);
                length(renamed, scope);
            }
        } else if (statement instanceof Store store) {
            Store renamed = new Store(now(store.array()), now(store.index()), now(store.element()), store.position());
            Key load = loadOf(renamed);
            if (scope.find(load) != renamed.element()) {
                out.add(renamed);
                scope.overwrite(store.array());
                if (renamed.element().type().equals(load.type())) {
                    scope.add(load, renamed.element());
                }
            }
        } else if (statement instanceof Throw failure) {
            out.add(failure.with(this::now));
        } else if (statement instanceof Call call) {
            out.add(new Call(call.results(), call.callee(), now(call.arguments()), call.position()));
            scope.overwrite(call);
        } else if (statement instanceof If branch) {
            Region then = region(branch.then(), new Scope(scope));
            Region otherwise = region(branch.otherwise(), new Scope(scope));
            out.add(new If(now(branch.condition()), then, otherwise, branch.results(), branch.position()));
            overwriteWithin(branch, scope);
        } else if (statement instanceof For loop) {
            overwriteWithin(loop, scope);
            out.add(new For(
                    now(loop.from()),
                    loop.test(),
                    now(loop.to()),
                    loop.step(),
                    now(loop.initial()),
                    region(loop.body(), new Scope(scope)),
                    loop.results(),
                    loop.position()));
        } else if (statement instanceof While loop) {
            overwriteWithin(loop, scope);
            out.add(new While(
                    now(loop.initial()),
                    region(loop.condition(), new Scope(scope)),
                    region(loop.body(), new Scope(scope)),
                    loop.results(),
                    loop.position()));
        }
    }

    /** The load that would give what is stored. */
    private static Key loadOf(Store store) {
        return new Key(Primitive.LOAD, store.array().type().element(), List.of(store.array(), store.index()));
    }

    /** The length of a new array is known already. */
    private static void length(Let let, Scope scope) {
        if (let.primitive() == Primitive.NEW_ARRAY) {
            Key length = new Key(Primitive.LENGTH, Type.INT, List.of(let.result()));
            scope.add(length, let.argument(0));
        }
    }

    private void share(Key key, Value result, Statement statement, Scope scope, List<Statement> out) {
        Value known = scope.find(key);
        if (known == null) {
            scope.add(key, result);
            out.add(statement);
        } else {
            replacements.put(result, known);
        }
    }

    private static void overwriteWithin(Statement statement, Scope scope) {
        statement
                .regions()
                .forEach(region -> region.forEach(inner -> {
                    if (inner instanceof Store store) {
                        scope.overwrite(store.array());
                    } else if (inner instanceof Call call) {
                        scope.overwrite(call);
                    }
                }));
    }
}
