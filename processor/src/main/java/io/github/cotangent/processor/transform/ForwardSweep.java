package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Saves.Growing;
import io.github.cotangent.processor.transform.Saves.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The primal once more, with everything {@linkplain Saves kept} that the reverse sweep has asked for. */
final class ForwardSweep {

    private static final int FIRST_CAPACITY = 16;

    private final Frames frames;
    private final Saves saves;

    ForwardSweep(Frames frames, Saves saves) {
        this.frames = frames;
        this.saves = saves;
    }

    /** The statements of the function's body that are chosen, with what goes before and after them. */
    List<Statement> root(Predicate<Statement> chosen) {
        Body body = new Body(frames.root(), new Builder());
        body.frame.region().parameters().forEach(body::keep);
        body.frame.region().statements().stream().filter(chosen).forEach(body::statement);
        return body.builder.statements();
    }

    /** The body of a fused loop. */
    List<Statement> body(Region region) {
        return new Body(frames.of(region), new Builder()).statements().builder.statements();
    }

    /** One region on its way. */
    private final class Body {

        private final Frame frame;
        private final Builder builder;
        private final Map<List<Frame>, Value> positions = new HashMap<>();
        private final Map<Value, Value> grown = new HashMap<>();
        private Value count;

        Body(Frame frame, Builder builder) {
            this.frame = frame;
            this.builder = builder;
        }

        Body nested(Region region) {
            return new Body(frames.of(region), builder.nested());
        }

        Body statements() {
            frame.region().parameters().forEach(this::keep);
            frame.region().statements().forEach(this::statement);
            return this;
        }

        void statement(Statement statement) {
            builder.at(statement.position());
            saves.before(statement).forEach(this::emit);
            if (statement instanceof If branch) {
                emit(branch(branch));
            } else if (statement instanceof For loop) {
                emit(loop.withBodies(this::kept));
            } else if (statement instanceof While loop) {
                emit(loop(loop));
            } else {
                emit(statement);
            }
        }

        private void emit(Statement statement) {
            builder.append(statement);
            statement.results().forEach(this::keep);
        }

        private void keep(Value value) {
            saves.trackOf(value).ifPresent(track -> builder.store(track.array(), position(track), value));
            saves.placeOf(value)
                    .ifPresent(place -> builder.store(place.array(), builder.constant(place.index()), value));
            if (grown.containsKey(value)) {
                builder.store(grown.get(value), count, value);
            }
        }

        private Value position(Track track) {
            if (!positions.containsKey(track.nest())) {
                positions.put(track.nest(), flatten(track));
            }
            return positions.get(track.nest());
        }

        private Value flatten(Track track) {
            return Counting.position(
                    track.nest().size(), i -> iteration(track.nest().get(i)), track.trips()::get, builder);
        }

        private Value iteration(Frame body) {
            For loop = (For) body.owner();
            return Counting.iteration(loop, loop.index(), loop.from(), frames, builder);
        }

        private If branch(If branch) {
            Map<Value, Value> exported = saves.branchResults(branch);
            Region then = nested(branch.then()).statements().branch(exported);
            Region otherwise = nested(branch.otherwise()).statements().branch(exported);
            List<Value> results = new ArrayList<>(branch.results());
            results.addAll(exported.values());
            return new If(branch.condition(), then, otherwise, results, branch.position());
        }

        /** This branch, with the exported values as results; zeros for those of the other branch. */
        private Region branch(Map<Value, Value> exported) {
            List<Value> results = new ArrayList<>(frame.region().results());
            exported.keySet().forEach(value -> results.add(frames.of(value) == frame ? value : none(value.type())));
            return builder.region(List.of(), results);
        }

        private Value none(Type type) {
            return type.isArray() ? builder.newArray(type, builder.constant(0), "") : builder.zero(type);
        }

        private Statement loop(While loop) {
            return saves.tripsOf(loop).isPresent() ? counted(loop) : loop.withBodies(this::kept);
        }

        private Region kept(Region body) {
            return nested(body).statements().builder.region(body.parameters(), body.results());
        }

        /** A while loop that counts its iterations and carries the arrays for what it keeps. */
        private While counted(While loop) {
            Body body = nested(loop.body());
            Value trips = saves.tripsOf(loop).orElseThrow();
            body.count = trips.fresh();
            List<Value> initial = new ArrayList<>(List.of(builder.constant(0)));
            List<Value> parameters = new ArrayList<>(List.of(body.count));
            List<Value> next = new ArrayList<>();
            List<Value> results = new ArrayList<>(List.of(trips));
            for (Growing growing : saves.growing(loop)) {
                Value array = growing.result();
                Value parameter = array.fresh();
                Value grown = body.builder.define(array.fresh(), Primitive.GROW, parameter, body.count);
                body.grown.put(growing.value(), grown);
                initial.add(builder.newArray(array.type(), builder.constant(FIRST_CAPACITY), array.name()));
                parameters.add(parameter);
                next.add(grown);
                results.add(array);
            }
            saves.atStart(loop).forEach(body::emit);
            body.statements();
            next.add(0, body.builder.define(trips.fresh(), Primitive.ADD, body.count, body.builder.constant(1)));
            Region condition = new Region(
                    concat(
                            loop.condition().parameters(),
                            parameters.stream().map(Value::fresh).toList()),
                    loop.condition().statements(),
                    loop.condition().results());
            Region region = body.builder.region(
                    concat(loop.body().parameters(), parameters),
                    concat(loop.body().results(), next));
            return new While(
                    concat(loop.initial(), initial),
                    condition,
                    region,
                    concat(loop.results(), results),
                    loop.position());
        }
    }

    private static List<Value> concat(List<Value> first, List<Value> second) {
        List<Value> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
