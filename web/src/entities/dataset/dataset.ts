import type { User } from '@/entities/session/session';
import type { components } from '@/gen/api';

export type ListedDataset = components['schemas']['ListedDataset'];
export type Dataset = components['schemas']['Dataset'];
export type TaskType = components['schemas']['TaskType'];
export type Format = components['schemas']['Format'];
export type Visibility = components['schemas']['Visibility'];
export type Role = components['schemas']['Role'];

export const TASKS = [
  'image_classification',
  'object_detection',
  'instance_segmentation',
  'semantic_segmentation',
  'keypoint_detection',
  'oriented_detection',
  'unknown',
] as const satisfies readonly TaskType[];

export const FORMATS = [
  'imagefolder',
  'yolo',
  'coco',
  'pascal_voc',
  'unknown',
] as const satisfies readonly Format[];

export const VISIBILITIES = ['private', 'organization', 'public'] as const satisfies readonly Visibility[];

interface Held {
  role?: Role | null;
}

/** What the screens offer; the server decides again at every request. */
export const mayEdit = (dataset: Held, user: User | null) =>
  user !== null && (user.is_admin || dataset.role === 'owner' || dataset.role === 'editor');

export const mayOwn = (dataset: Held, user: User | null) =>
  user !== null && (user.is_admin || dataset.role === 'owner');
