"""Train a linear-chain conditional random field with AdaGrad, in numpy, the same on every run."""

from __future__ import annotations

import numpy as np

WIDTH = 9
FORBIDDEN = -1e6


class Sequences:
    """Training sequences of one length: features (positions x slots, -1 for none) and gold labels."""

    def __init__(self, features: np.ndarray, gold: np.ndarray, weight: np.ndarray) -> None:
        self.features, self.gold, self.weight = features, gold, weight


def batch(items: list[tuple[list[list[int]], list[int], float]]) -> Sequences:
    """Pack sequences of equal length."""
    most = max(len(t) for seq, _, _ in items for t in seq)
    packed = np.zeros((len(items), len(items[0][0]), most), np.int32)
    for i, (seq, _, _) in enumerate(items):
        for j, token in enumerate(seq):
            packed[i, j, : len(token)] = token
    return Sequences(packed, np.array([g for _, g, _ in items]), np.array([w for _, _, w in items]))


def allowed() -> np.ndarray:
    """Return 0 for moves that may be, a very low number for those that may not; the last row is the start."""
    table = np.zeros((WIDTH + 1, WIDTH))
    for k in range(2, WIDTH, 2):
        table[:, k] = FORBIDDEN
        table[k - 1, k] = table[k, k] = 0.0
    return table


def gradient(seqs: Sequences, weights: np.ndarray, moves: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the loss, the gradient of the scores of each position, and that of the moves."""
    scores = weights[seqs.features].sum(axis=2)
    count, length, _ = scores.shape
    inner = moves[:WIDTH]
    alpha = np.empty_like(scores)
    alpha[:, 0] = scores[:, 0] + moves[WIDTH]
    for t in range(1, length):
        alpha[:, t] = scores[:, t] + _logsum(alpha[:, t - 1][:, :, None] + inner[None], 1)
    beta = np.zeros_like(scores)
    for t in range(length - 2, -1, -1):
        beta[:, t] = _logsum(inner[None] + (scores[:, t + 1] + beta[:, t + 1])[:, None, :], 2)
    total = _logsum(alpha[:, -1], 1)
    grad = np.exp(alpha + beta - total[:, None, None])
    moved = np.zeros_like(moves)
    each = seqs.weight[:, None]
    moved[WIDTH] += (grad[:, 0] * each).sum(0)
    gold = seqs.gold
    rows = np.arange(count)
    right = scores[rows, 0, gold[:, 0]] + moves[WIDTH][gold[:, 0]]
    np.add.at(moved[WIDTH], gold[:, 0], -seqs.weight)
    for t in range(1, length):
        pair = alpha[:, t - 1][:, :, None] + inner[None] + (scores[:, t] + beta[:, t])[:, None, :]
        moved[:WIDTH] += (np.exp(pair - total[:, None, None]) * each[:, :, None]).sum(0)
        np.add.at(moved, (gold[:, t - 1], gold[:, t]), -seqs.weight)
        right += scores[rows, t, gold[:, t]] + inner[gold[:, t - 1], gold[:, t]]
    for t in range(length):
        grad[rows, t, gold[:, t]] -= 1.0
    return float(((total - right) * seqs.weight).sum()), grad * each[:, :, None], moved


def _logsum(values: np.ndarray, axis: int) -> np.ndarray:
    top = values.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis))


def train(
    batches: list[Sequences],
    size: int,
    *,
    rounds: int,
    rate: float,
    sparse: float,
    small: float,
    seed: int,
    say: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (feature x label; feature 0 is none) and moves, each the mean of those after the later rounds.

    ``sparse`` is the penalty on the sum of absolute weights, ``small`` that on the sum of their squares; each is paid
    in equal parts in the batches in which a feature occurs.
    """
    random = np.random.Generator(np.random.PCG64(seed))
    weights, moves = np.zeros((size, WIDTH)), allowed()
    squares, move_squares = np.full((size, WIDTH), 1e-2), np.full((WIDTH + 1, WIDTH), 1e-2)
    active = np.zeros(size)
    for seqs in batches:
        active[np.unique(seqs.features)] += 1
    share = (1 / np.maximum(active, 1))[:, None]
    mean, mean_moves, late = np.zeros_like(weights), np.zeros_like(moves), rounds // 2
    for turn in range(rounds):
        loss = 0.0
        for i in random.permutation(len(batches)):
            seqs = batches[i]
            lost, grad, moved = gradient(seqs, weights, moves)
            loss += lost
            flat = seqs.features.reshape(-1, seqs.features.shape[2])
            used, where = np.unique(flat, return_inverse=True)
            where = where.reshape(flat.shape)
            step = np.zeros((len(used), WIDTH))
            each = grad.reshape(-1, WIDTH)
            for k in range(WIDTH):
                column = np.repeat(each[:, k], flat.shape[1])
                step[:, k] = np.bincount(where.ravel(), weights=column, minlength=len(used))
            step += small * share[used] * weights[used]
            step[used == 0] = 0.0
            squares[used] += step**2
            pace = rate / np.sqrt(squares[used])
            new = weights[used] - pace * step
            weights[used] = np.sign(new) * np.maximum(np.abs(new) - pace * sparse * share[used], 0.0)
            move_squares += moved**2
            moves -= rate * moved / np.sqrt(move_squares)
        if turn >= late:
            mean += weights / (rounds - late)
            mean_moves += moves / (rounds - late)
        if say:
            print(f"round {turn + 1}: loss {loss:.0f}", flush=True)
    return mean, mean_moves
