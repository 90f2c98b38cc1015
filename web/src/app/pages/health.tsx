import { HealthTab } from '@/features/health/HealthTab';
import type { ChangeHealth } from '@/features/health/search';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { present } from '../search';
import { Loaded, useId } from './OfDataset';

export const health = createLazyRoute('/datasets/$id/health')({
  component: function HealthRoute() {
    const search = health.useSearch();
    const id = useId();
    const navigate = useNavigate({ from: '/datasets/$id/health' });
    const change = useCallback<ChangeHealth>(
      (wanted) =>
        void navigate({ search: (now) => present({ ...now, ...wanted }), replace: true, resetScroll: false }),
      [navigate],
    );
    const show = (image: string) =>
      void navigate({ to: '/datasets/$id/images', params: { id }, search: { image } });
    return (
      <Loaded>
        {(dataset) => <HealthTab dataset={dataset} search={search} onChange={change} onImage={show} />}
      </Loaded>
    );
  },
});
