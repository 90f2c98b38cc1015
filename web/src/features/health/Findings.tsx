import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { Icon } from '@/components/icons';
import { fileAddress } from '@/entities/dataset/addresses';
import type { Dataset } from '@/entities/dataset/dataset';
import { useFormat } from '@/lib/format';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './health.module.css';
import { problemsQuery, SEVERITIES, type Finding } from './requests/problems';
import type { ChangeHealth, HealthSearch } from './search';

interface Props {
  dataset: Dataset;
  search: HealthSearch;
  onChange: ChangeHealth;
  onImage: (path: string) => void;
}

/** A few words for a kind; its code, where the server knows one that this page does not. */
const useFindingName = () => {
  const { t, i18n } = useTranslation();
  return (kind: string) =>
    i18n.exists(`findings.${kind}`) ? t(`findings.${kind as 'image_corrupt'}`) : kind;
};

const IMAGE = /\.(jpe?g|png|gif|webp|bmp|tiff?|heic|avif)$/i;

const Row = ({ dataset, finding, onImage }: Pick<Props, 'dataset' | 'onImage'> & { finding: Finding }) => {
  const { t } = useTranslation();
  const nameOf = useFindingName();
  const { path, line, severity, message, count, kind } = finding;
  return (
    <li className={classes.finding} data-severity={severity}>
      <Icon name={severity === 'info' ? 'info' : 'alert'} size={18} />
      <div className={classes.words}>
        <p>{message}</p>
        <div className={classes.place}>
          {path === null ? (
            <span>{t('health.whole')}</span>
          ) : (
            <a href={fileAddress(dataset.id, path)} target="_blank" rel="noreferrer">
              <bdi>{line === undefined ? path : t('state.atLine', { path, line })}</bdi>
            </a>
          )}
          {finding.pointer !== undefined && <code>{finding.pointer}</code>}
          {count > 1 && <span>{t('health.times', { count })}</span>}
          <span title={kind}>{nameOf(kind)}</span>
        </div>
      </div>
      {path !== null && IMAGE.test(path) && (
        <Button size="compact-xs" variant="default" onClick={() => onImage(path)}>
          {t('health.showImage')}
        </Button>
      )}
    </li>
  );
};

const Kinds = ({ dataset, search, onChange }: Omit<Props, 'onImage'>) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const nameOf = useFindingName();
  const kinds = dataset.findings.kinds.filter(
    ({ severity }) => search.severity === undefined || severity === search.severity,
  );
  return (
    <ul className={classes.kinds} aria-label={t('health.kinds')}>
      {kinds.map(({ kind, severity, count }) => (
        <li key={`${kind} ${severity}`}>
          <button
            type="button"
            data-severity={severity}
            aria-pressed={kind === search.kind}
            onClick={() => onChange({ kind: kind === search.kind ? undefined : kind })}
          >
            <span title={kind}>{nameOf(kind)}</span>
            <strong>{number(count)}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Everything that analysis found, the gravest first; each leads to its file, its line, its image. */
export const Findings = ({ dataset, search, onChange, onImage }: Props) => {
  const { t, i18n } = useTranslation();
  const { number } = useFormat();
  const found = useInfiniteQuery(problemsQuery(dataset.id, search, i18n.language));
  const { errors, warnings, infos } = dataset.findings;
  const counts = { error: errors, warning: warnings, info: infos };
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      {errors + warnings === 0 && (
        <div className={classes.clean}>
          <Icon name="check" size={22} />
          <div>
            <strong>{t('health.clean')}</strong>
            <p>{t('health.cleanHint')}</p>
          </div>
        </div>
      )}
      {errors + warnings + infos > 0 && (
        <>
          <SegmentedControl
            size="sm"
            aria-label={t('health.severity.label')}
            value={search.severity ?? 'all'}
            onChange={(value) =>
              onChange({ severity: SEVERITIES.find((known) => known === value), kind: undefined })
            }
            data={[
              { value: 'all', label: t('health.severity.all') },
              ...SEVERITIES.map((value) => ({
                value,
                label: `${t(`health.severity.${value}`)} ${number(counts[value])}`,
              })),
            ]}
          />
          <Kinds dataset={dataset} search={search} onChange={onChange} />
          {found.isPending && <LoadingRows rows={5} height={60} />}
          {found.isError && <ProblemNote error={found.error} retry={found.refetch} />}
          {found.isSuccess && rows.length === 0 && <EmptyState icon="check" title={t('health.noMatch')} />}
          <ul className={classes.list} aria-label={t('health.list')}>
            {rows.map((finding, index) => (
              <Row key={index} dataset={dataset} finding={finding} onImage={onImage} />
            ))}
          </ul>
          {found.hasNextPage && (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </>
      )}
    </>
  );
};
