import { SplitBar } from '@/components/charts';
import { FormatLabel, TaskBadge } from '@/entities/dataset/labels';
import { useFormat } from '@/lib/format';
import { useTranslation } from 'react-i18next';
import type { ForeseenUpload, UploadPreview } from './engine/engine';
import { PathList } from './PathList';
import classes from './upload.module.css';

type Change = 'new' | 'replaced' | 'same' | 'same_size' | 'removed';

/** How many files change, and how. */
export const Changes = ({ of, what }: { of: Partial<Record<Change, number>>; what: readonly Change[] }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <dl className={classes.changes}>
      {what.map((change) => {
        const count = of[change] ?? 0;
        return (
          <div key={change} data-change={count > 0 ? change : undefined}>
            <dt>{t(`upload.foreseen.${change}`)}</dt>
            <dd>{number(count)}</dd>
          </div>
        );
      })}
    </dl>
  );
};

const Paths = ({ label, paths, count }: { label: string; paths: readonly string[]; count: number }) => {
  const { t } = useTranslation();
  return (
    <PathList label={label} few>
      {paths.map((path) => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
      {count > paths.length && <li>{t('upload.summary.more', { count: count - paths.length })}</li>}
    </PathList>
  );
};

export const Labels = ({ labels }: { labels: UploadPreview['labels'] }) => {
  const { t } = useTranslation();
  const { matched, orphan, orphans } = labels;
  if (matched + orphan === 0) return null;
  return (
    <div>
      <div className={classes.counts}>
        <span>{t('upload.foreseen.matched', { count: matched })}</span>
        {orphan > 0 && (
          <strong className={classes.warn}>{t('upload.foreseen.orphan', { count: orphan })}</strong>
        )}
      </div>
      {orphans.length > 0 && <Paths label={t('upload.foreseen.orphans')} paths={orphans} count={orphan} />}
    </div>
  );
};

/** What the dataset will be: not the upload alone, but both together. */
export const Afterwards = ({
  of,
  alone = false,
}: {
  of: Pick<UploadPreview, 'format' | 'confidence' | 'task_type' | 'num_images' | 'splits'>;
  /** There was nothing before. */
  alone?: boolean;
}) => {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { format, confidence, task_type, num_images, splits } = of;
  return (
    <div className={classes.looks}>
      <div className={classes.counts}>
        <strong>
          {t(alone ? 'upload.summary.images' : 'upload.foreseen.images', { count: num_images })}
        </strong>
        <span>
          <FormatLabel format={format} />
          {format !== 'unknown' && (
            <span className={classes.dim}>
              {' '}
              {t('upload.foreseen.confidence', { share: percent(confidence) })}
            </span>
          )}
        </span>
        {task_type !== 'unknown' && <TaskBadge task={task_type} />}
      </div>
      {splits.length > 0 && (
        <SplitBar
          shares={splits.map(({ name, images }) => ({ name, count: images }))}
          label={t('upload.summary.splits')}
        />
      )}
    </div>
  );
};

const LEFT_OUT = ['junk_skipped', 'path_reserved'] as const;

/** What an archive holds that will not be in the dataset, and the folder around everything, which is no part of it. */
export const LeftOut = ({ foreseen: { top, warnings } }: { foreseen: ForeseenUpload }) => {
  const { t } = useTranslation();
  return (
    <>
      {top !== '' && <span>{t('upload.foreseen.top', { folder: top.replace(/\/$/, '') })}</span>}
      {LEFT_OUT.flatMap((code) => {
        const out = warnings.find((warning) => warning.code === code);
        if (out === undefined) return [];
        const label = t(`upload.foreseen.leftOut.${code}`, { count: out.count });
        return [
          <div key={code}>
            <span>{label}</span>
            <Paths label={label} paths={out.examples} count={out.count} />
          </div>,
        ];
      })}
    </>
  );
};
