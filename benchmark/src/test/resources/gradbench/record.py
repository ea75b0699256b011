"""Writes the sessions of this directory.

The outputs are computed from the definitions in GradBench's documentation, derivatives by the complex step
f'(x) = Im f(x + ih) / h, which is exact to rounding for h = 1e-30: nothing here knows how Cotangent does it.
"""

import json
import math
import random
from cmath import cos, exp, log, sin, sqrt, tanh
from pathlib import Path

H = 1e-30
RUNS = {"min_runs": 2, "min_seconds": 0}


def gradient(f, x):
    return [f(x[:i] + [x[i] + H * 1j] + x[i + 1 :]).imag / H for i in range(len(x))]


def flat(rows):
    return [x for row in rows for x in row]


def rows(x, count):
    size = len(x) // count
    return [x[i * size : (i + 1) * size] for i in range(count)]


def lse(x):
    return log(sum(exp(e) for e in x))


def llsq(x, n):
    ts = [-1 + i * 2 / (n - 1) for i in range(n)]
    return sum(((t > 0) - (t < 0) - sum(c * t**j for j, c in enumerate(x))) ** 2 for t in ts) / 2


def ode(x, s):
    def slope(y):
        return [x[0]] + [x[i] * y[i - 1] for i in range(1, len(x))]

    def moved(y, k, by):
        return [a + by * b for a, b in zip(y, k)]

    y, h = [0.0] * len(x), 2 / s
    for _ in range(s):
        k1 = slope(y)
        k2 = slope(moved(y, k1, h / 2))
        k3 = slope(moved(y, k2, h / 2))
        k4 = slope(moved(y, k3, h))
        y = [a + h / 6 * (b + 2 * c + 2 * d + e) for a, b, c, d, e in zip(y, k1, k2, k3, k4)]
    return y


def kmeans(points, centroids):
    def square(p, c):
        return sum((a - b) ** 2 for a, b in zip(p, c))

    nearest = [min(range(len(centroids)), key=lambda j: square(p, centroids[j])) for p in points]
    cost = sum(square(p, centroids[j]) for p, j in zip(points, nearest))
    direction = []
    for j, centroid in enumerate(centroids):
        mine = [p for p, i in zip(points, nearest) if i == j]
        direction.append([c - sum(p[l] for p in mine) / len(mine) for l, c in enumerate(centroid)])
    return cost, direction


def gmm(d, k, x, m, gamma, alpha, mu, q, l):
    """The logarithms of the densities in matrix notation, the inverse covariance being the transpose of Q times Q."""
    total = 0
    for point in x:
        density = 0
        for c in range(k):
            factor = lower(d, q[c], l[c])
            y = [sum(factor[i][j] * (point[j] - mu[c][j]) for j in range(i + 1)) for i in range(d)]
            root = math.prod(factor[i][i] for i in range(d))
            density += exp(alpha[c]) * root / (2 * math.pi) ** (d / 2) * exp(-sum(e * e for e in y) / 2)
        total += log(density / sum(exp(a) for a in alpha))
    n = d + m + 1
    for c in range(k):
        factor = lower(d, q[c], l[c])
        trace = gamma**2 * sum(e * e for e in flat(factor))
        total += m * sum(q[c]) - trace / 2 - n * d / 2 * math.log(2) + n * d * math.log(gamma)
        total -= d * (d - 1) / 4 * math.log(math.pi) + sum(math.lgamma((n - j) / 2) for j in range(d))
    return total


def lower(d, q, l):
    factor = [[0] * d for _ in range(d)]
    at = iter(l)
    for j in range(d):
        factor[j][j] = exp(q[j])
        for i in range(j + 1, d):
            factor[i][j] = next(at)
    return factor


def lstm(main, extra, state, sequence):
    def sigmoid(x):
        return 1 / (1 + exp(-x))

    b = len(extra[0])
    hidden, cell = [list(s) for s in state[0::2]], [list(s) for s in state[1::2]]
    total = 0
    for now, after in zip(sequence, sequence[1:]):
        signal = [a * w for a, w in zip(now, extra[0])]
        for layer in range(len(state) // 2):
            weight, bias = rows(main[2 * layer], 4), rows(main[2 * layer + 1], 4)
            for i in range(b):
                forget = sigmoid(signal[i] * weight[0][i] + bias[0][i])
                enter = sigmoid(hidden[layer][i] * weight[1][i] + bias[1][i])
                leave = sigmoid(signal[i] * weight[2][i] + bias[2][i])
                change = tanh(hidden[layer][i] * weight[3][i] + bias[3][i])
                cell[layer][i] = cell[layer][i] * forget + enter * change
                hidden[layer][i] = leave * tanh(cell[layer][i])
            signal = hidden[layer]
        out = [a * w + c for a, w, c in zip(signal, extra[1], extra[2])]
        norm = log(2 + sum(exp(o) for o in out))
        total += sum(a * (o - norm) for a, o in zip(after, out))
    return -total / (b * (len(sequence) - 1))


def reproject(parameters, feat):
    """Rotated by the matrix c·I + s·[a]× + (1 - c)·aaᵀ."""
    r, centre, f, principal, k = (parameters[i:j] for i, j in ((0, 3), (3, 6), (6, 7), (7, 9), (9, 11)))
    point, w = parameters[11:14], parameters[14]
    angle = sqrt(sum(e * e for e in r))
    a = [e / angle for e in r]
    c, s = cos(angle), sin(angle)
    cross = [[0, -a[2], a[1]], [a[2], 0, -a[0]], [-a[1], a[0], 0]]
    matrix = [[c * (i == j) + s * cross[i][j] + (1 - c) * a[i] * a[j] for j in range(3)] for i in range(3)]
    seen = [sum(e * (p - o) for e, p, o in zip(row, point, centre)) for row in matrix]
    x, y = seen[0] / seen[2], seen[1] / seen[2]
    square = x * x + y * y
    bend = 1 + k[0] * square + k[1] * square**2
    return [w * (e * bend * f[0] + o - m) for e, o, m in zip((x, y), principal, feat)]


def bundle(n, m, p, cam, x, w, feat):
    parameters = cam + x + [w]
    values = [e.real for e in reproject(parameters, feat)]
    residuals = {
        "reproj_error": {"elements": values, "repeated": p},
        "w_err": {"element": 1 - w * w, "repeated": p},
    }
    block = [gradient(lambda v: reproject(v, feat)[i], parameters) for i in range(2)]
    starts, columns, elements = [0], [], []
    for i in range(p):
        own = [11 * (i % n) + j for j in range(11)] + [11 * n + 3 * (i % m) + j for j in range(3)] + [11 * n + 3 * m + i]
        for row in block:
            columns += own
            elements += row
            starts.append(len(columns))
    for i in range(p):
        columns.append(11 * n + 3 * m + i)
        elements.append(-2 * w)
        starts.append(len(columns))
    written = lambda numbers: numbers[:30] + numbers[-1:]
    return residuals, {"rows": written(starts), "cols": written(columns), "vals": written(elements)}


class Session:
    def __init__(self, name):
        self.name, self.lines, self.id = name, [], 0
        self.exchange({"kind": "start", "eval": name}, {"tool": "cotangent"})
        self.exchange({"kind": "define", "module": name}, {"success": True})

    def exchange(self, message, response):
        self.lines.append({"message": {"id": self.id} | message})
        self.lines.append({"response": {"id": self.id} | response})
        self.id += 1

    def evaluate(self, function, input, output):
        runs = input.get("min_runs", 1) if isinstance(input, dict) else 1
        timings = [{"name": "evaluate", "nanoseconds": 1000}] * runs
        message = {"kind": "evaluate", "module": self.name, "function": function, "input": input}
        self.exchange(message, {"success": True, "output": output, "timings": timings})
        self.exchange({"kind": "analysis", "of": self.id - 1, "valid": True}, {})

    def write(self):
        with open(Path(__file__).parent / f"{self.name}.jsonl", "w") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.lines)


def main():
    rng = random.Random(31337)
    vector = lambda size: [rng.gauss(0, 1) for _ in range(size)]
    matrix = lambda count, size: [vector(size) for _ in range(count)]

    session = Session("hello")
    for x in (1.0, 2.0, -0.75, 1e200):
        session.evaluate("square", x, x * x) if x < 1e100 else None
        session.evaluate("double", x, 2 * x)
    session.write()

    session = Session("lse")
    for x in ([3.0], [1.0, 1.0], vector(7), [-300.5, -301.0]):
        session.evaluate("primal", {"x": x} | RUNS, lse(x).real)
        session.evaluate("gradient", {"x": x} | RUNS, gradient(lse, x))
    session.write()

    session = Session("llsq")
    for m, n in ((1, 2), (3, 5), (6, 8)):
        x = vector(m)
        session.evaluate("primal", {"x": x, "n": n} | RUNS, llsq(x, n))
        session.evaluate("gradient", {"x": x, "n": n} | RUNS, gradient(lambda v: llsq(v, n), x))
    session.write()

    session = Session("ode")
    for n, s in ((1, 1), (4, 1), (3, 2), (6, 10)):
        x = vector(n)
        session.evaluate("primal", {"x": x, "s": s} | RUNS, ode(x, s))
        session.evaluate("gradient", {"x": x, "s": s} | RUNS, gradient(lambda v: ode(v, s)[-1], x))
    session.write()

    session = Session("kmeans")
    for n, k, d in ((1, 1, 1), (20, 4, 2), (30, 5, 3)):
        points = matrix(n, d)
        input = {"points": points, "centroids": [[e + 0.01 for e in p] for p in points[-k:]]}
        cost, direction = kmeans(**input)
        session.evaluate("cost", input | RUNS, cost)
        session.evaluate("dir", input | RUNS, direction)
    session.write()

    session = Session("gmm")
    for d, k, n, m, gamma in ((2, 1, 3, 0, 1.0), (1, 3, 4, 0, 1.0), (3, 4, 6, 2, 0.75)):
        size = d * (d - 1) // 2
        input = {"d": d, "k": k, "n": n, "x": matrix(n, d), "m": m, "gamma": gamma}
        input |= {"alpha": vector(k), "mu": matrix(k, d), "q": matrix(k, d), "l": matrix(k, size)}
        value = lambda **v: gmm(**{name: e for name, e in (input | v).items() if name != "n"})
        output = {"alpha": gradient(lambda v: value(alpha=v), input["alpha"])}
        for name in ("mu", "q", "l"):
            output[name] = rows(gradient(lambda v: value(**{name: rows(v, k)}), flat(input[name])), k)
        session.evaluate("objective", input | RUNS, value().real)
        session.evaluate("jacobian", input | RUNS, output)
    session.write()

    session = Session("lstm")
    for layers, b, count in ((1, 2, 2), (2, 3, 5)):
        main, extra = matrix(2 * layers, 4 * b), matrix(3, b)
        fixed = {
            "state": matrix(2 * layers, b),
            "sequence": [[float(rng.randrange(2)) for _ in range(b)] for _ in range(count)],
        }
        cut = 8 * b * layers
        value = lambda v: lstm(rows(v[:cut], 2 * layers), rows(v[cut:], 3), **fixed)
        input = {"main_params": main, "extra_params": extra} | fixed
        session.evaluate("objective", input | RUNS, value(flat(main) + flat(extra)).real)
        session.evaluate("jacobian", input | RUNS, gradient(value, flat(main) + flat(extra)))
    session.write()

    session = Session("ba")
    camera = [0.3, -0.2, 0.5, 0.1, 0.2, -4.0, 1.5, 0.4, -0.3, 0.05, -0.01]
    for n, m, p in ((1, 1, 1), (3, 5, 17)):
        input = {"n": n, "m": m, "p": p, "cam": camera, "x": [0.6, -0.8, 1.2], "w": 0.7, "feat": [0.2, 0.1]}
        residuals, jacobian = bundle(**input)
        session.evaluate("objective", input | RUNS, residuals)
        session.evaluate("jacobian", input | RUNS, jacobian)
    session.write()


main()
