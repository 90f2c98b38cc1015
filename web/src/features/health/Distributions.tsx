import { Panel } from '@/components/layout';
import { LoadingRows, ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { figuresQuery, type Figures } from '@/entities/dataset/show-figures';
import { useFormat } from '@/lib/format';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bars } from './Bars';
import classes from './health.module.css';

type Bar = Figures['box_areas'][number];

/* Buckets of whole numbers are called by the first and the last that lies in them. */
const useBarName = () => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return ({ from, to }: Bar) => {
    if (to === null) return t('health.from', { from: number(from) });
    if (to === from + 1 && Number.isInteger(from)) return number(from);
    return t('health.range', { from: number(from), to: number(to - 1) });
  };
};

const useShareName = () => {
  const { t } = useTranslation();
  const { fine } = useFormat();
  return ({ from, to }: Bar) =>
    to === null
      ? t('health.from', { from: fine(from) })
      : t('health.range', { from: fine(from), to: fine(to) });
};

/* Nothing beyond the last bucket with something in it says anything. */
const filled = (bars: readonly Bar[]) => bars.slice(0, bars.findLastIndex(({ count }) => count > 0) + 1);

const ClassSplits = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const splits = figures.splits.map(({ name }) => name);
  const counts = new Map(
    figures.class_splits.map((row) => [JSON.stringify([row.class, row.split]), row.images]),
  );
  if (figures.classes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('health.noFigures')}
      </Text>
    );
  }
  return (
    // A table that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('health.classSplits')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('health.class')}</th>
            {splits.map((split) => (
              <th key={split ?? ''} scope="col" data-number>
                <bdi>{split ?? t('images.noSplit')}</bdi>
              </th>
            ))}
            <th scope="col" data-number>
              {t('health.imagesOf')}
            </th>
            <th scope="col" data-number>
              {t('health.shapes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.classes.map(({ name, images, shapes }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {splits.map((split) => {
                const count = counts.get(JSON.stringify([name, split])) ?? 0;
                return (
                  <td key={split ?? ''} data-number data-none={count === 0 || undefined}>
                    {number(count)}
                  </td>
                );
              })}
              <td data-number>{number(images)}</td>
              <td data-number>{number(shapes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** How classes, objects and sizes are spread. */
export const Distributions = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const barName = useBarName();
  const shareName = useShareName();
  const figures = useQuery(figuresQuery(dataset.id));
  if (figures.isPending) return <LoadingRows rows={4} height={90} />;
  if (figures.isError) return <ProblemNote error={figures.error} retry={figures.refetch} />;
  const { objects_per_image, sizes, box_areas } = figures.data;
  return (
    <>
      <Panel title={t('health.classSplits')}>
        <ClassSplits figures={figures.data} />
      </Panel>
      <Panel title={t('health.perImage')}>
        <Bars
          label={t('health.perImage')}
          bars={filled(objects_per_image).map((bar) => ({ name: barName(bar), count: bar.count }))}
        />
      </Panel>
      <Panel title={t('health.areas')}>
        <Bars
          label={t('health.areas')}
          bars={filled(box_areas).map((bar) => ({ name: shareName(bar), count: bar.count }))}
        />
      </Panel>
      <Panel title={t('health.sizes')}>
        <Bars
          label={t('health.sizes')}
          bars={sizes.slice(0, 12).map(({ width, height, images }) => ({
            name: `${number(width)} × ${number(height)}`,
            count: images,
          }))}
        />
      </Panel>
    </>
  );
};
