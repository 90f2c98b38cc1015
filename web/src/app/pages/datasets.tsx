import { DatasetsPage } from '@/features/datasets/DatasetsPage';
import type { ChangeSearch } from '@/features/datasets/Filters';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { present } from '../search';

export const datasetsPage = createLazyRoute('/datasets')({
  component: function DatasetsRoute() {
    const search = datasetsPage.useSearch();
    const navigate = useNavigate({ from: '/datasets' });
    const change = useCallback<ChangeSearch>(
      (wanted) =>
        void navigate({ search: (now) => present({ ...now, ...wanted }), replace: !('open' in wanted) }),
      [navigate],
    );
    return (
      <DatasetsPage
        search={search}
        onChange={change}
        onUpload={() => void navigate({ search: (now) => ({ ...now, upload: 'new' }) })}
        onAddFiles={(id) => void navigate({ search: (now) => ({ ...now, upload: id }) })}
        onShow={(id) => void navigate({ to: '/datasets/$id', params: { id } })}
      />
    );
  },
});
