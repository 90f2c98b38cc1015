import { api, body, done } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { queryOptions, useMutation } from '@tanstack/react-query';

interface Named {
  dataset: string;
  upload: string;
}

const at = ({ dataset, upload }: Named) => ({ params: { path: { id: dataset, upload_id: upload } } });

/** Who opened an upload; null for one that is a single request, of which the server keeps no list. */
export const openedByQuery = (named: Named) =>
  queryOptions({
    queryKey: ['upload', named.dataset, named.upload],
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }): Promise<string | null> => {
      try {
        const asked = api.GET('/api/v1/datasets/{id}/uploads/{upload_id}', { ...at(named), signal });
        return (await body(asked)).opened_by;
      } catch (thrown) {
        if (asProblem(thrown).code === 'upload_not_found') return null;
        throw thrown;
      }
    },
  });

export const useAbortUpload = () =>
  useMutation({
    mutationFn: (named: Named) => done(api.DELETE('/api/v1/datasets/{id}/uploads/{upload_id}', at(named))),
  });
