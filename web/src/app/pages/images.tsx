import { ImagesTab } from '@/features/images/ImagesTab';
import type { ChangeImages } from '@/features/images/search';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { present } from '../search';
import { Loaded, useAddFiles } from './OfDataset';

export const images = createLazyRoute('/datasets/$id/images')({
  component: function ImagesRoute() {
    const search = images.useSearch();
    const navigate = useNavigate({ from: '/datasets/$id/images' });
    const add = useAddFiles();
    // Opening an image is a step that "back" undoes; turning from one to the next is not.
    const change = useCallback<ChangeImages>(
      (wanted) =>
        void navigate({
          search: (now) => present({ ...now, ...wanted }),
          replace: !('image' in wanted) || wanted.image === undefined || search.image !== undefined,
          resetScroll: false,
        }),
      [navigate, search.image],
    );
    return (
      <Loaded>
        {(dataset) => <ImagesTab dataset={dataset} search={search} onChange={change} onAddFiles={add} />}
      </Loaded>
    );
  },
});
