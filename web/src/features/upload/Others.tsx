import { Confirm } from '@/components/confirm';
import { CloseButton, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OtherUpload } from './elsewhere';
import { Bar, Counted, useStep } from './Processing';
import { openedByQuery, useAbortUpload } from './requests/upload-session';
import classes from './upload.module.css';

const SHOWN = 5;

/* Of one that is a single request only its sender can stop sending; such a one is told of when it has been received. */
const mayEnd = ({ message }: OtherUpload) => message === 'receiving';

const Abort = ({ upload, who }: { upload: OtherUpload; who: string }) => {
  const { t } = useTranslation();
  const [asking, askingIs] = useDisclosure(false);
  const abort = useAbortUpload();
  const { id, dataset, name } = upload;
  return (
    <>
      <CloseButton size="sm" aria-label={t('upload.others.abort', { name })} onClick={askingIs.open} />
      <Confirm
        opened={asking}
        title={t('upload.others.abortTitle')}
        text={t('upload.others.abortText', { who, name })}
        submit={t('upload.others.abortSubmit')}
        busy={abort.isPending}
        error={abort.error}
        onSubmit={() => abort.mutate({ dataset, upload: id }, { onSuccess: askingIs.close })}
        onClose={askingIs.close}
      />
    </>
  );
};

const Other = ({ upload, onOpen }: { upload: OtherUpload; onOpen: (dataset: string) => void }) => {
  const { t } = useTranslation();
  const { id, dataset, name } = upload;
  const openedBy = useQuery(openedByQuery({ dataset, upload: id })).data ?? null;
  const step = useStep(upload);
  const who = openedBy ?? t('upload.others.somebody');
  return (
    <li className={classes.item} data-state="other">
      <div className={classes.summary}>
        <UnstyledButton className={classes.open} onClick={() => onOpen(dataset)}>
          {name}
        </UnstyledButton>
        {mayEnd(upload) && <Abort upload={upload} who={who} />}
      </div>
      <Bar progress={upload} label={t('upload.tray.progress', { name })} />
      <div className={classes.counts}>
        <span className={classes.dim}>{t('upload.others.by', { who })}</span>
        <Counted progress={upload} />
        {!mayEnd(upload) && <span>{step}</span>}
      </div>
    </li>
  );
};

/** Uploads that this page does not send: one looks at them, and may end them. */
export const Others = ({
  uploads,
  onOpen,
}: {
  uploads: readonly OtherUpload[];
  onOpen: (dataset: string) => void;
}) => {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  const more = uploads.length - SHOWN;
  return (
    <>
      <h2 className={classes.heading}>{t('upload.others.title')}</h2>
      <ul className={classes.items} aria-label={t('upload.others.title')}>
        {uploads.slice(-SHOWN).map((upload) => (
          <Other key={upload.id} upload={upload} onOpen={onOpen} />
        ))}
        {more > 0 && <li className={classes.dim}>{t('upload.summary.more', { count: more })}</li>}
      </ul>
    </>
  );
};
