import { ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreviewEvent } from './engine/engine';
import { Afterwards, Changes, Labels, LeftOut } from './Foreknown';
import classes from './upload.module.css';

type Event<Kind extends PreviewEvent['kind']> = Extract<PreviewEvent, { kind: Kind }>;

const Comparing = ({ event: { done, all } }: { event: Event<'comparing'> }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const label = t(all === 0 ? 'upload.foreseen.looking' : 'upload.foreseen.comparing');
  return (
    <>
      <Progress
        value={all === 0 ? 100 : (100 * done) / all}
        aria-label={label}
        animated
        striped={all === 0}
      />
      <span className={classes.dim}>
        {label} {all > 0 && t('upload.tray.files', { done: number(done), all: number(all) })}
      </span>
    </>
  );
};

/** By hashes: what is the same is known. */
const ByHashes = ({ preview }: { preview: Event<'previewed'>['preview'] }) => {
  const { t } = useTranslation();
  return (
    <>
      <Changes of={preview} what={['new', 'replaced', 'same', 'removed']} />
      <Labels labels={preview.labels} />
      <Afterwards of={preview} />
      {!preview.exact && <span className={classes.dim}>{t('upload.foreseen.names')}</span>}
    </>
  );
};

const Inside = ({ event: { files, images, bytes } }: { event: Event<'foreseen'> }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.counts}>
      <span>{t('upload.foreseen.inside')}</span>
      <strong>{t('upload.summary.files', { count: files })}</strong>
      {images > 0 && <span>{t('upload.summary.images', { count: images })}</span>}
      <span>{format.bytes(bytes)}</span>
    </div>
  );
};

/** By names and sizes: what only bytes tell is said to be told later. */
const ByNames = ({
  event,
  isNew,
  archive,
}: {
  event: Event<'foreseen'>;
  isNew: boolean;
  archive: boolean;
}) => {
  const { t } = useTranslation();
  const { foreseen } = event;
  return (
    <>
      {archive && <Inside event={event} />}
      {!isNew && <Changes of={foreseen} what={['new', 'replaced', 'same_size', 'removed']} />}
      <Afterwards of={foreseen} alone={isNew} />
      <Labels labels={foreseen.labels} />
      <LeftOut foreseen={foreseen} />
      <span className={classes.dim}>
        {t(foreseen.same_size > 0 ? 'upload.foreseen.sizesOnly' : 'upload.foreseen.namesOnly')}
      </span>
    </>
  );
};

/** What the server says an upload would make, while nothing has been sent. */
export const Foreseen = ({
  event,
  kind,
  archive,
}: {
  event: PreviewEvent;
  kind: 'new' | 'existing';
  archive: boolean;
}) => {
  const { t } = useTranslation();
  const title = t(kind === 'new' ? 'upload.foreseen.titleNew' : 'upload.foreseen.title');
  return (
    <section className={classes.foreseen} aria-label={title} data-state={event.kind}>
      <strong>{title}</strong>
      {event.kind === 'comparing' && <Comparing event={event} />}
      {event.kind === 'failed' && <ProblemNote error={event.problem} />}
      {event.kind === 'previewed' && <ByHashes preview={event.preview} />}
      {event.kind === 'foreseen' && <ByNames event={event} isNew={kind === 'new'} archive={archive} />}
      {event.kind === 'unseen' && <span>{t(`upload.foreseen.unseen.${event.why}`)}</span>}
    </section>
  );
};
