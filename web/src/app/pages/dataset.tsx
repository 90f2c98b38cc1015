import type { Dataset } from '@/entities/dataset/dataset';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useUser } from '@/entities/session/session';
import { DatasetLayout } from '@/features/datasets/page/DatasetLayout';
import { FilesTab } from '@/features/datasets/page/FilesTab';
import { OverviewTab } from '@/features/datasets/page/OverviewTab';
import { SettingsTab } from '@/features/datasets/page/SettingsTab';
import { ShareTab } from '@/features/sharing/ShareTab';
import { HistoryTab } from '@/features/versions/HistoryTab';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { SignInFirst } from './SignInFirst';

const useId = () => useParams({ from: '/datasets/$id' }).id;

const useAddFiles = () => {
  const id = useId();
  const navigate = useNavigate();
  return () => void navigate({ to: '.', search: (now) => ({ ...now, upload: id }) });
};

const useHome = () => {
  const navigate = useNavigate();
  return () => void navigate({ to: '/datasets' });
};

/** A tab is drawn inside the layout, which has waited for the dataset. */
const Loaded = ({ children }: { children: (dataset: Dataset) => ReactNode }) => {
  const { data } = useQuery(datasetQuery(useId()));
  return data === undefined ? null : children(data);
};

export const layout = createLazyRoute('/datasets/$id')({
  component: function LayoutRoute() {
    return (
      <DatasetLayout id={useId()} onAddFiles={useAddFiles()}>
        <Outlet />
      </DatasetLayout>
    );
  },
});

export const overview = createLazyRoute('/datasets/$id/')({
  component: function OverviewRoute() {
    const add = useAddFiles();
    return <Loaded>{(dataset) => <OverviewTab dataset={dataset} onAddFiles={add} />}</Loaded>;
  },
});

export const files = createLazyRoute('/datasets/$id/files')({
  component: function FilesRoute() {
    const { prefix = '' } = files.useSearch();
    const navigate = useNavigate({ from: '/datasets/$id/files' });
    const go = useCallback(
      (to: string) => void navigate({ search: to === '' ? {} : { prefix: to } }),
      [navigate],
    );
    return <Loaded>{(dataset) => <FilesTab dataset={dataset} prefix={prefix} onPrefix={go} />}</Loaded>;
  },
});

export const history = createLazyRoute('/datasets/$id/history')({
  component: function HistoryRoute() {
    const user = useUser();
    return user === null ? <SignInFirst /> : <Loaded>{(dataset) => <HistoryTab dataset={dataset} />}</Loaded>;
  },
});

export const share = createLazyRoute('/datasets/$id/share')({
  component: function ShareRoute() {
    const user = useUser();
    const home = useHome();
    if (user === null) return <SignInFirst />;
    return <Loaded>{(dataset) => <ShareTab dataset={dataset} onLeft={home} />}</Loaded>;
  },
});

export const settings = createLazyRoute('/datasets/$id/settings')({
  component: function SettingsRoute() {
    const user = useUser();
    const home = useHome();
    if (user === null) return <SignInFirst />;
    return <Loaded>{(dataset) => <SettingsTab dataset={dataset} onRemoved={home} />}</Loaded>;
  },
});
