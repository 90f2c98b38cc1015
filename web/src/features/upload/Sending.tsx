import { useFormat } from '@/lib/format';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UploadState } from './engine/queue';
import classes from './upload.module.css';

type State = Extract<UploadState, { kind: 'sending' }>;

const MINUTE = 90;

const TimeLeft = ({ state }: { state: State }) => {
  const { t, i18n } = useTranslation();
  if (state.paused || state.stalled || state.speed <= 0) return null;
  const seconds = (state.total - state.sent) / state.speed;
  if (seconds < 3) return null;
  const time = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: seconds < MINUTE ? 'second' : 'minute',
    maximumFractionDigits: 0,
  }).format(seconds < MINUTE ? seconds : seconds / 60);
  return <span>{t('upload.tray.left', { time })}</span>;
};

/** How far an upload is, in bytes, files and time. */
export const Sending = ({ name, state }: { name: string; state: State }) => {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  const { sent, total, files, allFiles, present, paused, stalled, detour } = state;
  return (
    <>
      <Progress
        value={total === 0 ? 0 : (100 * sent) / total}
        aria-label={t('upload.tray.progress', { name })}
        animated={!paused && !stalled}
        {...(stalled ? { color: 'yellow' } : {})}
      />
      <div className={classes.counts}>
        {files > 0 && (
          <strong>{t('upload.tray.files', { done: number(files), all: number(allFiles) })}</strong>
        )}
        <span>{t('upload.tray.bytes', { sent: bytes(sent), total: bytes(total) })}</span>
        {!paused && !stalled && state.speed > 0 && (
          <span>{t('upload.tray.speed', { speed: bytes(state.speed) })}</span>
        )}
        <TimeLeft state={state} />
      </div>
      {present > 0 && <span className={classes.dim}>{t('upload.tray.present', { count: present })}</span>}
      {paused && <span className={classes.dim}>{t('upload.tray.paused')}</span>}
      {detour && <span className={classes.dim}>{t('upload.tray.detour')}</span>}
      {stalled && !paused && <span className={classes.dim}>{t('upload.tray.stalled')}</span>}
    </>
  );
};
