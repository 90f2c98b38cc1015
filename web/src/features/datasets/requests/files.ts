import { useDatasetChanged } from '@/entities/dataset/show-dataset';
import type { components } from '@/gen/api';
import { api, body, page } from '@/lib/api';
import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';

export type File = components['schemas']['File'];
type Uploaded = components['schemas']['Uploaded'];

const PAGE = 500;

/** Below the dataset's own key: what changes the dataset changes these. */
export const filesQuery = (id: string, prefix: string) =>
  infiniteQueryOptions({
    queryKey: ['dataset', id, 'files', prefix],
    queryFn: ({ pageParam, signal }) =>
      page(
        api.GET('/api/v1/datasets/{id}/files', {
          params: {
            path: { id },
            query: { limit: PAGE, prefix, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const useRemoveFiles = (id: string, onSuccess: (done: Uploaded) => void) => {
  const changed = useDatasetChanged();
  return useMutation({
    mutationFn: (paths: string[]) =>
      body(api.DELETE('/api/v1/datasets/{id}/files', { params: { path: { id } }, body: { paths } })),
    onSuccess: async (done) => {
      onSuccess(done);
      await changed(id);
    },
  });
};
