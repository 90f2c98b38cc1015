"""One peer reads one dataset, and says in a line of JSON what it took: imports are over before the clock starts."""

import json
import os
import resource
import sys
import time


def coco(path):
    from pycocotools.coco import COCO

    return lambda: len(COCO(path).anns)


def ultralytics(path):
    import yaml
    from ultralytics.data.dataset import YOLODataset

    with open(os.path.join(path, "data.yaml")) as file:
        data = yaml.safe_load(file)
    data["names"] = dict(enumerate(data["names"]))
    data["channels"] = 3
    splits = [os.path.join(path, "dataset_split", split, "images") for split in ("train", "valid", "test")]

    def scan():
        return sum(len(YOLODataset(img_path=split, data=data, task="detect", augment=False).labels) for split in splits)

    return scan


def datumaro(path, kind):
    from datumaro.components.dataset import Dataset

    def load():
        dataset = Dataset.import_from(path, kind)
        return sum(1 for _ in dataset)

    return load


def main():
    what, path = sys.argv[1:3]
    work = {
        "coco": lambda: coco(path),
        "ultralytics": lambda: ultralytics(path),
        "datumaro-yolo": lambda: datumaro(path, "yolo"),
        "datumaro-voc": lambda: datumaro(path, "voc"),
    }[what]()
    quiet = os.dup(1)
    os.dup2(2, 1)  # peers talk on standard output
    wall = time.perf_counter()
    before = sum(os.times()[:4])
    count = work()
    cpu = sum(os.times()[:4]) - before
    wall = time.perf_counter() - wall
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    os.write(quiet, (json.dumps({"count": count, "wall": wall, "cpu": cpu, "resident_mb": resident}) + "\n").encode())


main()
