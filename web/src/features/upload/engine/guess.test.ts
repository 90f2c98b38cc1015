import { expect, it } from 'vitest';
import { guessOf } from './guess';

it.each([
  ['yolo', ['data.yaml', 'images/train/1.jpg', 'labels/train/1.txt']],
  ['yolo', ['obj_train_data/1.jpg', 'obj_train_data/1.txt']],
  ['coco', ['train/1.jpg', 'train/_annotations.coco.json']],
  ['coco', ['val2017/1.jpg', 'annotations/instances_val2017.json']],
  ['pascal_voc', ['JPEGImages/1.jpg', 'Annotations/1.xml', 'ImageSets/Main/train.txt']],
  ['imagefolder', ['train/cat/1.jpg', 'train/dog/2.jpg', 'val/cat/3.jpg']],
  ['imagefolder', ['cat/1.jpg', 'dog/2.jpg']],
  ['unknown', ['1.jpg', '2.jpg']],
  ['unknown', ['images/1.jpg', 'images/2.jpg']],
  ['unknown', ['1.jpg', 'notes.txt']],
])('takes a folder for %s by its names: %s', (format, paths) => {
  expect(guessOf(paths).format).toBe(format);
});

it('counts images by split, and nothing else', () => {
  const paths = [
    'images/train/1.jpg',
    'images/train/2.jpg',
    'labels/train/1.txt',
    'images/val/3.png',
    'training/4.jpg',
  ];
  expect(guessOf(paths).splits).toEqual([
    { name: 'train', count: 2 },
    { name: 'val', count: 1 },
  ]);
});
