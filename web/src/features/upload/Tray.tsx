import { Icon } from '@/components/icons';
import { ProblemNote } from '@/components/states';
import { ActionIcon, Button, CloseButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ServerProgress } from '@/live/progress';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadResult } from './engine/engine';
import { isBusy, isOver, type QueuedUpload } from './engine/queue';
import { Interrupted } from './Interrupted';
import { Others } from './Others';
import type { OtherUpload } from './elsewhere';
import { Processing, Tasks } from './Processing';
import { Sending } from './Sending';
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
      {result.detour && <span className={classes.dim}>{t('upload.tray.detour')}</span>}
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

const Item = ({ upload, onOpen }: { upload: QueuedUpload; onOpen: (dataset: string) => void }) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const { state } = upload;
  const going = state.kind === 'sending' || state.kind === 'waiting';
  return (
    <li className={classes.item} data-state={state.kind}>
      <div className={classes.summary}>
        <strong>{upload.name}</strong>
        <span className={classes.buttons}>
          {state.kind === 'sending' && state.pausable && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t(state.paused ? 'upload.tray.resume' : 'upload.tray.pause')}
              onClick={() => (state.paused ? queue.resume(upload.id) : queue.pause(upload.id))}
            >
              <Icon name={state.paused ? 'play' : 'pause'} size={16} />
            </ActionIcon>
          )}
          {going && (
            <CloseButton
              size="sm"
              aria-label={t('upload.tray.cancel')}
              onClick={() => queue.cancel(upload.id)}
            />
          )}
        </span>
      </div>
      {state.kind === 'waiting' && <span className={classes.dim}>{t('upload.tray.waiting')}</span>}
      {state.kind === 'interrupted' && <Interrupted upload={upload} />}
      {state.kind === 'sending' && <Sending name={upload.name} state={state} />}
      {state.kind === 'processing' && <Processing name={upload.name} id={state.upload} />}
      {state.kind === 'done' && <Result result={state.result} onOpen={() => onOpen(state.result.dataset)} />}
      {state.kind === 'canceled' && <span className={classes.dim}>{t('upload.tray.canceled')}</span>}
      {state.kind === 'failed' && <ProblemNote error={state.problem} />}
      {state.kind === 'failed' && state.problem.errors.length > 0 && (
        <span className={classes.dim}>{t('upload.tray.failed', { count: state.problem.errors.length })}</span>
      )}
      {(state.kind === 'failed' || state.kind === 'canceled') && (
        <Button size="compact-sm" variant="default" onClick={() => queue.again(upload.id)}>
          {t(
            state.kind === 'failed' && state.problem.errors.length > 0
              ? 'upload.tray.againFailed'
              : 'upload.tray.again',
          )}
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
export const Tray = ({
  tasks,
  others,
  onOpen,
}: {
  tasks: readonly ServerProgress[];
  others: readonly OtherUpload[];
  onOpen: (dataset: string) => void;
}) => {
  const { t } = useTranslation();
  const queue = useUploadQueue();
  const uploads = useUploads();
  const [folded, foldedIs] = useDisclosure(false);
  const busy = uploads.some(isBusy);
  const over = uploads.some(isOver);
  useLeaveWarning(busy);
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
          {over && <CloseButton aria-label={t('upload.tray.dismiss')} onClick={() => queue.dismiss()} />}
        </span>
      </header>
      {!folded && uploads.length + tasks.length > 0 && (
        <ul className={classes.items} aria-live="polite">
          {uploads.map((upload) => (
            <Item key={upload.id} upload={upload} onOpen={onOpen} />
          ))}
          <Tasks tasks={tasks} />
        </ul>
      )}
      {!folded && <Others uploads={others} onOpen={onOpen} />}
    </section>
  );
};
