# SPDX-License-Identifier: GPL-3.0-or-later
"""Mini-batch training as PyTorch's users write it: Sequential, autograd, optim.SGD, one thread.
usage: torch_eager.py IDX_FOLDER LAYERS MINI_BATCH SECONDS"""
import sys

import torch

from idx_set import measure, training_digits


def main():
    folder, layers, batch, seconds = sys.argv[1:]
    sizes = [int(size) for size in layers.split(",")]
    batch = int(batch)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    images, targets = (torch.from_numpy(array) for array in training_digits(folder))
    modules = []
    for n, m in zip(sizes, sizes[1:]):
        modules += [torch.nn.Linear(n, m), torch.nn.Sigmoid()]
    network = torch.nn.Sequential(*modules)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    order = torch.randperm(len(images))

    def train(begin, end):
        for first in range(begin, end, batch):
            chosen = order[first : first + batch]
            optimizer.zero_grad()
            cost = 0.5 * (network(images[chosen]) - targets[chosen]).pow(2).sum(1).mean()
            cost.backward()
            optimizer.step()

    measure(train, len(images), float(seconds))


main()
