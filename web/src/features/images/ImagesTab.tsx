import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { later } from '@/components/lazy';
import { mayEdit, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useShortcuts } from '@/lib/shortcuts';
import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassList } from './ClassList';
import { Gallery } from './Gallery';
import classes from './images.module.css';
import { ImagesBar } from './ImagesBar';
import { figuresQuery } from '@/entities/dataset/show-figures';
import { imageCountQuery, type Filter } from './requests/images';
import { TILE_PIXELS, type ChangeImages, type ImagesSearch } from './search';
import { useImages } from './useImages';

const Lightbox = later(async () => (await import('./Lightbox')).Lightbox);

const filterOf = (search: ImagesSearch): Filter => ({
  ...(search.split === undefined ? {} : { split: search.split }),
  ...(search.class === undefined ? {} : { class: search.class }),
  ...(search.has === undefined ? {} : { has: search.has }),
});

interface ListedProps {
  dataset: Dataset;
  search: ImagesSearch;
  onChange: ChangeImages;
  onBoxes: () => void;
}

/** What one filter finds, and the image of it that is open. */
const Listed = ({ dataset, search, onChange, onBoxes }: ListedProps) => {
  const { t } = useTranslation();
  const filter = filterOf(search);
  const images = useImages(dataset.id, filter, search.image);
  const open = useCallback((path: string) => onChange({ image: path }), [onChange]);
  const close = useCallback(() => onChange({ image: undefined }), [onChange]);
  const { ratios, pending, error } = images;
  const boxes = search.boxes !== 'off';
  const filtered = Object.keys(filter).length > 0;
  return (
    <div className={classes.main}>
      {pending && <LoadingRows rows={3} height={176} />}
      {error !== null && <ProblemNote error={error.thrown} retry={error.retry} />}
      {!pending && error === null && ratios.length === 0 && (
        <EmptyState
          icon="search"
          title={t('images.noMatch')}
          {...(filtered ? { hint: t('images.noMatchHint') } : {})}
        />
      )}
      {ratios.length > 0 && (
        <Gallery
          dataset={dataset.id}
          names={dataset.class_names}
          images={images}
          boxes={boxes}
          only={search.class}
          tile={TILE_PIXELS[search.tile ?? 'm']}
          onOpen={open}
        />
      )}
      {search.image !== undefined && !pending && (
        <Lightbox
          dataset={dataset}
          images={images}
          path={search.image}
          boxes={boxes}
          onShow={open}
          onBoxes={onBoxes}
          onClose={close}
        />
      )}
    </div>
  );
};

interface Props {
  dataset: Dataset;
  search: ImagesSearch;
  onChange: ChangeImages;
  onAddFiles: () => void;
}

/** The images with what is labelled on them. */
export const ImagesTab = ({ dataset, search, onChange, onAddFiles }: Props) => {
  const { t } = useTranslation();
  const user = useUser();
  const figures = useQuery(figuresQuery(dataset.id));
  const filter = filterOf(search);
  const count = useQuery({ ...imageCountQuery(dataset.id, filter), placeholderData: keepPreviousData });
  const turnBoxes = useCallback(
    () => onChange({ boxes: search.boxes === 'off' ? undefined : 'off' }),
    [onChange, search.boxes],
  );
  useShortcuts({ b: turnBoxes });
  if (dataset.num_images === 0) {
    return (
      <EmptyState icon="image" title={t('images.none')} hint={t('dataset.overview.emptyHint')}>
        {mayEdit(dataset, user) && <Button onClick={onAddFiles}>{t('dataset.head.addFiles')}</Button>}
      </EmptyState>
    );
  }
  return (
    <>
      <ImagesBar search={search} onChange={onChange} figures={figures.data} total={count.data ?? null} />
      <div className={classes.body}>
        {figures.isPending && <Skeleton height={240} width={200} />}
        {figures.isSuccess && (
          <ClassList
            figures={figures.data}
            names={dataset.class_names}
            chosen={search.class}
            onChoose={(name) => onChange({ class: name })}
          />
        )}
        <Listed
          key={JSON.stringify(filter)}
          dataset={dataset}
          search={search}
          onChange={onChange}
          onBoxes={turnBoxes}
        />
      </div>
    </>
  );
};
