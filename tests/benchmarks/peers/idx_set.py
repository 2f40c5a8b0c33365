# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peers share: the training digits of an IDX folder, and a clock of this thread's work."""
import gzip
import json
import pathlib
import statistics
import sys
import time

import numpy as np

TRAINING_DIGITS = 50_000


def _read(folder, name):
    for path, opener in ((folder / name, open), (folder / (name + ".gz"), gzip.open)):
        if path.exists():
            with opener(path, "rb") as file:
                return file.read()
    sys.exit(f"{folder} has no {name}")


def training_digits(folder):
    """Images (digits x 784, float32 in 0 ... 1) and one-hot targets (digits x 10)."""
    folder = pathlib.Path(folder)
    pixels = np.frombuffer(_read(folder, "train-images-idx3-ubyte"), np.uint8, offset=16)
    labels = np.frombuffer(_read(folder, "train-labels-idx1-ubyte"), np.uint8, offset=8)
    images = pixels.reshape(-1, 784)[:TRAINING_DIGITS].astype(np.float32) / np.float32(255)
    return images, np.eye(10, dtype=np.float32)[labels[:TRAINING_DIGITS]]


def measure(train, digits, seconds, rounds=5):
    """Calls train(begin, end) on slices of 0 ... digits until each round has used its share of the
    seconds of processor time; prints the median digits a second as JSON. The first round warms up."""
    slice_size = max(1000, digits // 50)
    speeds = []
    at = 0
    for _ in range(rounds + 1):
        done = 0
        begin = time.process_time()
        while time.process_time() - begin < seconds / rounds:
            end = min(at + slice_size, digits)
            train(at, end)
            done += end - at
            at = end % digits
        speeds.append(done / (time.process_time() - begin))
    print(json.dumps({"digitsPerSecond": statistics.median(speeds[1:])}))
