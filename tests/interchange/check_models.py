# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what Nablascope wrote with programs that know nothing of it.

check_models.py NABLA MNIST_FOLDER WORK_FOLDER: trains small networks of every kind, then compares
Nablascope's own outputs on the test digits with an ONNX runtime (OpenCV's dnn) after onnx's checker,
and with a forward pass in numpy over the safetensors file. Exit code 77: something is missing here.
"""
import gzip
import json
import pathlib
import struct
import subprocess
import sys

try:
    import cv2
    import numpy as np
    import onnx
except ImportError as missing:
    print(f"skipped: {missing} (Debian: python3-onnx python3-opencv python3-numpy)")
    sys.exit(77)

KINDS = {
    "sigmoid": ["--layers", "784,30,10"],
    "mixed": ["--layers", "784,20,15,12,10", "--activation", "relu,tanh,leaky-relu",
              "--initializer", "he"],
    "softmax": ["--layers", "784,30,10", "--activation", "relu", "--initializer", "he",
                "--cost", "log-likelihood"],
    "batch": ["--layers", "784,30,30,10", "--normalization", "batch"],
    "binary": ["--layers", "784,30,4"],
    "linear": ["--layers", "784,12,10", "--activation", "linear", "--cost", "quadratic",
               "--output-activation", "linear", "--learning-rate", "0.01"],
}
TOLERANCE = 1e-5


def read_images(folder):
    for name in ("t10k-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte"):
        path = folder / name
        if path.exists():
            data = gzip.open(path).read() if name.endswith(".gz") else path.read_bytes()
            count = struct.unpack(">I", data[4:8])[0]
            return np.frombuffer(data, np.uint8, offset=16).reshape(count, 784)
    print(f"skipped: no test images in {folder}")
    sys.exit(77)


def read_safetensors(path):
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        assert entry["dtype"] == "F32", entry
        values = np.frombuffer(data[8 + length + begin:8 + length + end], np.float32)
        tensors[name] = values.reshape(entry["shape"]).astype(np.float64)
    return metadata, tensors


ACTIVATIONS = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky-relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "linear": lambda z: z,
    "softmax": lambda z: np.exp(z - z.max(1, keepdims=True))
    / np.exp(z - z.max(1, keepdims=True)).sum(1, keepdims=True),
}


def forward(metadata, tensors, x):
    a = x
    for number, name in enumerate(json.loads(metadata["activations"]), 1):
        layer = f"layer{number}."
        z = a @ tensors[layer + "weights"].T
        if layer + "scale" in tensors:
            z = (z - tensors[layer + "runningMean"]) / np.sqrt(
                tensors[layer + "runningVariance"] + 1e-5) * tensors[layer + "scale"]
        a = ACTIVATIONS[name](z + tensors[layer + "biases"])
    return a


def main():
    nabla, mnist, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    images = read_images(mnist)
    work.mkdir(parents=True, exist_ok=True)
    worst = 0.0
    for kind, flags in KINDS.items():
        model, exported, outputs = (work / f"{kind}.{end}" for end in
                                    ("safetensors", "onnx", "outputs"))
        subprocess.run([nabla, "train", "--quiet", "--data", str(mnist), "--training-set-size",
                        "2000", "--epochs", "3", "--save", str(model), *flags], check=True)
        subprocess.run([nabla, "export", "--model", str(model), "--format", "onnx", "--output",
                        str(exported)], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([nabla, "evaluate", "--model", str(model), "--data", str(mnist),
                        "--outputs", str(outputs)], check=True, stdout=subprocess.DEVNULL)
        x = (images / 255.0).astype(np.float32)
        ours = np.fromfile(outputs, np.float32).reshape(len(images), -1)

        onnx.checker.check_model(onnx.load(str(exported)), full_check=True)
        runtime = cv2.dnn.readNetFromONNX(str(exported))
        runtime.setInput(x)
        theirs = runtime.forward()
        plain = forward(*read_safetensors(model), x.astype(np.float64))
        for name, other in (("ONNX", theirs), ("safetensors", plain)):
            difference = np.abs(other - ours).max()
            worst = max(worst, difference)
            print(f"{kind:8} {name:12} {len(images)} digits, largest difference {difference:.1e}")
            if not difference <= TOLERANCE or (other.argmax(1) != ours.argmax(1)).any():
                sys.exit(f"{kind}: {name} answers differently")
    print(f"largest difference of all {worst:.1e}")


main()
