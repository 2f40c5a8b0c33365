# SPDX-License-Identifier: GPL-3.0-or-later
"""The book's way (chapter 1): NumPy, double precision, one example after the other as a column.
usage: book_program.py IDX_FOLDER LAYERS MINI_BATCH SECONDS|evaluate
SECONDS measures training, evaluate the reading of 10,000 digits."""
import json
import sys
import time

import numpy as np

from idx_set import measure, training_digits


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


class Network:
    def __init__(self, sizes):
        random = np.random.default_rng(1)
        self.biases = [random.standard_normal((m, 1)) for m in sizes[1:]]
        self.weights = [random.standard_normal((m, n)) for n, m in zip(sizes, sizes[1:])]

    def feed_forward(self, a):
        for b, W in zip(self.biases, self.weights):
            a = sigmoid(W @ a + b)
        return a

    def gradient(self, x, y):
        activations = [x]
        for b, W in zip(self.biases, self.weights):
            activations.append(sigmoid(W @ activations[-1] + b))
        a = activations[-1]
        delta = (a - y) * a * (1 - a)
        of_biases, of_weights = [], []
        for l in range(len(self.weights) - 1, -1, -1):
            of_biases.insert(0, delta)
            of_weights.insert(0, delta @ activations[l].T)
            if l > 0:
                a = activations[l]
                delta = (self.weights[l].T @ delta) * a * (1 - a)
        return of_biases, of_weights

    def step(self, examples, eta):
        sum_biases = [np.zeros(b.shape) for b in self.biases]
        sum_weights = [np.zeros(W.shape) for W in self.weights]
        for x, y in examples:
            of_biases, of_weights = self.gradient(x, y)
            sum_biases = [s + g for s, g in zip(sum_biases, of_biases)]
            sum_weights = [s + g for s, g in zip(sum_weights, of_weights)]
        rate = eta / len(examples)
        self.biases = [b - rate * s for b, s in zip(self.biases, sum_biases)]
        self.weights = [W - rate * s for W, s in zip(self.weights, sum_weights)]


def main():
    folder, layers, batch, seconds = sys.argv[1:]
    batch = int(batch)
    images, targets = training_digits(folder)
    examples = [
        (x.reshape(-1, 1).astype(np.float64), y.reshape(-1, 1).astype(np.float64))
        for x, y in zip(images, targets)
    ]
    order = np.random.default_rng(1).permutation(len(examples))
    network = Network([int(size) for size in layers.split(",")])
    if seconds == "evaluate":
        begin = time.process_time()
        for x, _ in examples[:10_000]:
            np.argmax(network.feed_forward(x))
        print(json.dumps({"secondsATestSet": time.process_time() - begin}))
        return

    def train(begin, end):
        for first in range(begin, end, batch):
            network.step([examples[i] for i in order[first : first + batch]], 3.0)

    measure(train, len(examples), float(seconds))


main()
