# SPDX-License-Identifier: GPL-3.0-or-later
"""Mini-batch training as NumPy's users write it: the mini-batch is a matrix, in single precision.
usage: numpy_mini_batch.py IDX_FOLDER LAYERS MINI_BATCH SECONDS"""
import sys

import numpy as np

from idx_set import measure, training_digits


def main():
    folder, layers, batch, seconds = sys.argv[1:]
    sizes = [int(size) for size in layers.split(",")]
    batch = int(batch)
    images, targets = training_digits(folder)
    random = np.random.default_rng(1)
    weights = [
        (random.standard_normal((n, m)) / np.sqrt(n)).astype(np.float32)
        for n, m in zip(sizes, sizes[1:])
    ]
    biases = [random.standard_normal(m).astype(np.float32) for m in sizes[1:]]
    order = random.permutation(len(images))
    eta = np.float32(0.1)

    def train(begin, end):
        for first in range(begin, end, batch):
            chosen = order[first : first + batch]
            activations = [images[chosen]]
            for W, b in zip(weights, biases):
                activations.append(1 / (1 + np.exp(-(activations[-1] @ W + b))))
            a = activations[-1]
            delta = (a - targets[chosen]) * a * (1 - a)
            rate = eta / len(chosen)
            for l in range(len(weights) - 1, -1, -1):
                a = activations[l]
                before = (delta @ weights[l].T) * a * (1 - a) if l > 0 else None
                weights[l] -= rate * (a.T @ delta)
                biases[l] -= rate * delta.sum(axis=0)
                delta = before

    measure(train, len(images), float(seconds))


main()
