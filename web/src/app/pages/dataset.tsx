import { useUser } from '@/entities/session/session';
import { DatasetLayout } from '@/features/datasets/page/DatasetLayout';
import { FilesTab } from '@/features/datasets/page/FilesTab';
import { OverviewTab } from '@/features/datasets/page/OverviewTab';
import { SettingsTab } from '@/features/datasets/page/SettingsTab';
import { ShareTab } from '@/features/sharing/ShareTab';
import { HistoryTab } from '@/features/versions/HistoryTab';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Loaded, useAddFiles, useHome, useId } from './OfDataset';
import { SignInFirst } from './SignInFirst';

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
