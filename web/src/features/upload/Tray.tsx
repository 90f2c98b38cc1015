import { Icon } from '@/components/icons';
import { ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { ActionIcon, Button, CloseButton, Progress } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadResult } from './engine/engine';
import { isOver, type QueuedUpload } from './engine/queue';
import classes from './upload.module.css';
import { useUploadQueue, useUploads } from './uploads';

const Result = ({ result, onOpen }: { result: UploadResult; onOpen: () => void }) => {
  const { t } = useTranslation();
  const nothing = result.added + result.changed + result.removed === 0;
  return (
    <div className={classes.result}>
      <div className={classes.counts}>
        {nothing ? (
          <span>{t('upload.result.nothing')}</span>
        ) : (
          <>
            {(['added', 'changed', 'unchanged', 'removed'] as const)
              .filter((what) => result[what] > 0)
              .map((what) => (
                <span key={what}>{t(`upload.result.${what}`, { count: result[what] })}</span>
              ))}
            <strong>{t('upload.result.images', { count: result.images })}</strong>
          </>
        )}
      </div>
      {result.warnings.length > 0 && (
        <ul className={classes.warnings} aria-label={t('upload.result.warnings')}>
          {result.warnings.map((warning) => (
            <li key={warning.code} lang="en">
              {warning.detail} ({warning.count})
            </li>
          ))}
        </ul>
      )}
      <Button size="compact-sm" variant="light" onClick={onOpen}>
        {t('upload.tray.open')}
      </Button>
    </div>
  );
};

const Sending = ({ upload }: { upload: QueuedUpload }) => {
  const { t, i18n } = useTranslation();
  const { bytes } = useFormat();
  const { state } = upload;
  if (state.kind !== 'sending') return null;
  const seconds = state.speed > 0 ? (state.total - state.sent) / state.speed : null;
  const left = (secs: number) =>
    new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: secs < 90 ? 'second' : 'minute',
      maximumFractionDigits: 0,
    }).format(secs < 90 ? secs : secs / 60);
  return (
    <>
      <Progress
        value={state.total === 0 ? 0 : (100 * state.sent) / state.total}
        aria-label={t('upload.tray.progress', { name: upload.name })}
        animated
      />
      <div className={classes.counts}>
        <span>
          {t('upload.tray.sending', {
            sent: bytes(state.sent),
            total: bytes(state.total),
            speed: bytes(state.speed),
          })}
        </span>
        {seconds !== null && seconds > 2 && <span>{t('upload.tray.left', { time: left(seconds) })}</span>}
      </div>
    </>
  );
};

const Item = ({ upload, onOpen }: { upload: QueuedUpload; onOpen: (dataset: string) => void }) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const { state } = upload;
  return (
    <li className={classes.item} data-state={state.kind}>
      <div className={classes.summary}>
        <strong>{upload.name}</strong>
        {(state.kind === 'sending' || state.kind === 'waiting') && (
          <CloseButton
            size="sm"
            aria-label={t('upload.tray.cancel')}
            onClick={() => queue.cancel(upload.id)}
          />
        )}
      </div>
      {state.kind === 'waiting' && <span className={classes.dim}>{t('upload.tray.waiting')}</span>}
      <Sending upload={upload} />
      {state.kind === 'processing' && (
        <>
          <Progress
            value={100}
            animated
            striped
            aria-label={t('upload.tray.progress', { name: upload.name })}
          />
          <span className={classes.dim}>{t('upload.tray.processing')}</span>
        </>
      )}
      {state.kind === 'done' && <Result result={state.result} onOpen={() => onOpen(state.result.dataset)} />}
      {state.kind === 'canceled' && <span className={classes.dim}>{t('upload.tray.canceled')}</span>}
      {state.kind === 'failed' && <ProblemNote error={state.problem} />}
      {(state.kind === 'failed' || state.kind === 'canceled') && (
        <Button size="compact-sm" variant="default" onClick={() => queue.again(upload.id)}>
          {t('upload.tray.again')}
        </Button>
      )}
    </li>
  );
};

const useLeaveWarning = (busy: boolean) => {
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [busy]);
};

/** Uploads under way and what became of the last ones; it stays while screens come and go. */
export const Tray = ({ onOpen }: { onOpen: (dataset: string) => void }) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const uploads = useUploads();
  const [folded, foldedIs] = useDisclosure(false);
  const busy = uploads.some((upload) => !isOver(upload));
  useLeaveWarning(busy);
  if (uploads.length === 0) return null;
  return (
    <section className={classes.tray} aria-label={t('upload.tray.title')}>
      <header className={classes.summary}>
        <strong>{t('upload.tray.title')}</strong>
        <span className={classes.buttons}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(folded ? 'upload.tray.expand' : 'upload.tray.minimize')}
            aria-expanded={!folded}
            onClick={foldedIs.toggle}
          >
            <Icon name={folded ? 'up' : 'down'} size={16} />
          </ActionIcon>
          {!busy && <CloseButton aria-label={t('upload.tray.dismiss')} onClick={() => queue.dismiss()} />}
        </span>
      </header>
      {!folded && (
        <ul className={classes.items} aria-live="polite">
          {uploads.map((upload) => (
            <Item key={upload.id} upload={upload} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
};
