import { EmptyState, LoadingRows, ProblemNote } from '@/components/states';
import { later } from '@/components/lazy';
import { mayEdit, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useShortcuts } from '@/lib/shortcuts';
import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassList } from './ClassList';
import { Gallery } from './Gallery';
import classes from './images.module.css';
import { ImagesBar } from './ImagesBar';
import { figuresQuery } from '@/entities/dataset/show-figures';
import { imagesQuery, type Filter } from './requests/images';
import { TILE_PIXELS, type ChangeImages, type ImagesSearch } from './search';

const Lightbox = later(async () => (await import('./Lightbox')).Lightbox);

const filterOf = (search: ImagesSearch): Filter => ({
  ...(search.split === undefined ? {} : { split: search.split }),
  ...(search.class === undefined ? {} : { class: search.class }),
  ...(search.has === undefined ? {} : { has: search.has }),
});

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
  const images = useInfiniteQuery({
    ...imagesQuery(dataset.id, filterOf(search)),
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = images;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = useMemo(() => images.data?.pages.flatMap((page) => page.rows) ?? [], [images.data]);
  const open = useCallback((path: string) => onChange({ image: path }), [onChange]);
  const close = useCallback(() => onChange({ image: undefined }), [onChange]);
  const turnBoxes = useCallback(
    () => onChange({ boxes: search.boxes === 'off' ? undefined : 'off' }),
    [onChange, search.boxes],
  );
  useShortcuts({ b: turnBoxes });
  const total = images.data?.pages[0]?.totals?.count ?? null;
  const filtered = search.split !== undefined || search.class !== undefined || search.has !== undefined;
  if (dataset.num_images === 0) {
    return (
      <EmptyState icon="image" title={t('images.none')} hint={t('dataset.overview.emptyHint')}>
        {mayEdit(dataset, user) && <Button onClick={onAddFiles}>{t('dataset.head.addFiles')}</Button>}
      </EmptyState>
    );
  }
  return (
    <>
      <ImagesBar search={search} onChange={onChange} figures={figures.data} total={total} />
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
        <div className={classes.main}>
          {images.isPending && <LoadingRows rows={3} height={176} />}
          {images.isError && <ProblemNote error={images.error} retry={images.refetch} />}
          {images.isSuccess && rows.length === 0 && (
            <EmptyState
              icon="search"
              title={t('images.noMatch')}
              {...(filtered ? { hint: t('images.noMatchHint') } : {})}
            />
          )}
          {rows.length > 0 && (
            <Gallery
              key={JSON.stringify(filterOf(search))}
              dataset={dataset.id}
              names={dataset.class_names}
              images={rows}
              boxes={search.boxes !== 'off'}
              only={search.class}
              tile={TILE_PIXELS[search.tile ?? 'm']}
              onOpen={open}
              onEnd={more}
            />
          )}
        </div>
      </div>
      {search.image !== undefined && images.isSuccess && (
        <Lightbox
          dataset={dataset}
          images={rows}
          path={search.image}
          boxes={search.boxes !== 'off'}
          more={hasNextPage}
          onMore={more}
          onShow={open}
          onBoxes={turnBoxes}
          onClose={close}
        />
      )}
    </>
  );
};
