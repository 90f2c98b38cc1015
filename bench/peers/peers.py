"""One peer reads one dataset or draws its photos, and says in a line of JSON what it took: imports are over before the clock starts."""

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


def photos(path):
    return [os.path.join(path, name) for name in sorted(os.listdir(path))]


def pillow(path, side):
    import io

    from PIL import Image

    def draw():
        for name in photos(path):
            with Image.open(name) as image:
                image.draft("RGB", (side, side))
                image.thumbnail((side, side))
                image.convert("RGB").save(io.BytesIO(), "JPEG", quality=82)
        return len(photos(path))

    return draw


def vips(path, side):
    os.environ["VIPS_CONCURRENCY"] = "1"
    import pyvips

    def draw():
        for name in photos(path):
            pyvips.Image.thumbnail(name, side, size="down").jpegsave_buffer(Q=82)
        return len(photos(path))

    return draw


def enlarge(path, into):
    from PIL import Image

    def draw():
        for name in photos(path):
            with Image.open(name) as image:
                scale = (2e6 / (image.width * image.height)) ** 0.5
                large = image.convert("RGB").resize((round(image.width * scale), round(image.height * scale)), Image.BICUBIC)
                large.save(os.path.join(into, os.path.basename(name)), "JPEG", quality=90)
        return len(photos(into))

    return draw


def main():
    what, path, *more = sys.argv[1:]
    work = {
        "coco": lambda: coco(path),
        "ultralytics": lambda: ultralytics(path),
        "datumaro-yolo": lambda: datumaro(path, "yolo"),
        "datumaro-voc": lambda: datumaro(path, "voc"),
        "pillow": lambda: pillow(path, int(more[0])),
        "vips": lambda: vips(path, int(more[0])),
        "enlarge": lambda: enlarge(path, more[0]),
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
