import { later } from '@/components/lazy';
import { sessionQuery, useUser } from '@/entities/session/session';
import { Live, useNewLive, useServerProgress } from '@/live/live';
import { useOtherUploads } from '@/features/upload/elsewhere';
import { Uploads, useNewQueue, useUploads } from '@/features/upload/uploads';
import { moreTexts } from '@/lib/i18n';
import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Shell } from './Shell';

const UploadDialog = later(async () => {
  const [{ UploadDialog: Dialog }] = await Promise.all([
    import('@/features/upload/UploadDialog'),
    moreTexts(),
  ]);
  return Dialog;
});

const Tray = later(async () => {
  const [{ Tray: Loaded }] = await Promise.all([import('@/features/upload/Tray'), moreTexts()]);
  return Loaded;
});

/** Most visits send nothing and wait for nothing. */
const UnderWay = () => {
  const navigate = useNavigate();
  const uploads = useUploads();
  const tasks = useServerProgress().filter(({ kind }) => kind === 'task');
  const { id } = useParams({ strict: false });
  const others = useOtherUploads(id ?? null);
  if (uploads.length + tasks.length + others.length === 0) return null;
  return (
    <Tray
      tasks={tasks}
      others={others}
      onOpen={(dataset) => void navigate({ to: '/datasets/$id', params: { id: dataset } })}
    />
  );
};

const Upload = () => {
  const { upload } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const user = useUser();
  if (upload === undefined || user === null) return null;
  return (
    <UploadDialog
      key={upload}
      dataset={upload === 'new' ? null : upload}
      onClose={() => void navigate({ to: '.', search: ({ upload: _, ...rest }) => rest })}
    />
  );
};

/** Nothing is drawn before it is known who is looking: a screen that says "sign in" and then changes its mind lies. */
export const Root = () => {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const live = useNewLive(session.data?.user?.id ?? null);
  const uploading = useNewQueue();
  if (session.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label={t('state.loading')} />
      </Center>
    );
  }
  return (
    <Live value={live}>
      <Uploads value={uploading}>
        <Shell />
        <Upload />
        <UnderWay />
      </Uploads>
    </Live>
  );
};
