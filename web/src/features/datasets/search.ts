import type { Format, TaskType, Visibility } from '@/entities/dataset/dataset';
import type { Filter, Sort } from '@/entities/dataset/list-datasets';

export const SORTS = [
  'updated',
  'newest',
  'oldest',
  'name',
  'name_down',
  'most_images',
  'fewest_images',
  'largest',
  'smallest',
] as const satisfies readonly Sort[];

/** What of the list stands in its address. */
export interface ListSearch {
  q?: string;
  task?: TaskType;
  format?: Format;
  visibility?: Visibility;
  owner?: 'me';
  tags?: string;
  sort?: Sort;
  /** The dataset whose details are open. */
  open?: string;
  /** Whether the search field shall have the keyboard. */
  find?: boolean;
  /** Whether the dialog for an empty dataset is open. */
  create?: boolean;
}

export const DEFAULT_SORT: Sort = 'updated';

export const filterOf = (search: ListSearch): Filter => ({
  sort: search.sort ?? DEFAULT_SORT,
  ...(search.q === undefined ? {} : { q: search.q }),
  ...(search.task === undefined ? {} : { task_type: search.task }),
  ...(search.format === undefined ? {} : { format: search.format }),
  ...(search.visibility === undefined ? {} : { visibility: search.visibility }),
  ...(search.owner === undefined ? {} : { owner: search.owner }),
  ...(search.tags === undefined ? {} : { tags: search.tags }),
});

export const isFiltered = ({ q, task, format, visibility, owner, tags }: ListSearch) =>
  [q, task, format, visibility, owner, tags].some((part) => part !== undefined);
