import type { components } from '@/gen/api';
import { api, body } from '@/lib/api';
import { useTold } from '@/live/live';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

export type StoreReport = components['schemas']['StoreReport'];

const EVERY_MS = 700;

export const reportQuery = queryOptions({
  queryKey: ['store-report'],
  queryFn: ({ signal }) => body(api.GET('/api/v1/store/doctor', { signal })),
});

/* Whoever is told of a task's steps does not ask for them. */
const taskQuery = (id: string | null, told: boolean) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/tasks/{task_id}', { params: { path: { task_id: id ?? '' } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      !told && (state.data === undefined || state.data.status === 'running') ? EVERY_MS : false,
  });

/** Has the server try its store; the report is asked for anew when it has. */
export const useExamineStore = () => {
  const queries = useQueryClient();
  const [task, setTask] = useState<string | null>(null);
  const examine = useMutation({
    mutationFn: () => body(api.POST('/api/v1/store/doctor')),
    onSuccess: ({ task_id }) => setTask(task_id),
  });
  const found = useQuery(taskQuery(task, useTold()));
  const status = found.data?.status;
  useEffect(() => {
    if (status !== undefined && status !== 'running') void queries.invalidateQueries(reportQuery);
  }, [status, queries]);
  return {
    start: () => examine.mutate(),
    busy:
      examine.isPending ||
      (task !== null && (status === undefined || status === 'running') && !found.isError),
    error: examine.error ?? found.error,
    failure: found.data?.error ?? null,
  };
};
