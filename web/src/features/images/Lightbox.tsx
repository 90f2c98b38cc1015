import { CopyButton } from '@/components/copy';
import { Icon } from '@/components/icons';
import { ProblemNote } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { ActionIcon, Modal, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ImageFacts } from './ImageFacts';
import classes from './lightbox.module.css';
import { Overlay } from './Overlay';
import { Picture } from './Picture';
import { fileAddress } from '@/entities/dataset/addresses';
import { imageQuery, thumbnailAddress, type Image } from './requests/images';
import type { Images } from './useImages';
import { useZoom } from './useZoom';

interface Props {
  dataset: Dataset;
  /** Those among which the image stands; they know its place, or look for it. */
  images: Images;
  path: string;
  boxes: boolean;
  onShow: (path: string) => void;
  onBoxes: () => void;
  onClose: () => void;
}

const ZOOM = 1.4;

/** The largest box of the image's shape that fits. */
const fitted = (image: Image, width: number, height: number) => {
  const wide = Math.max(1, image.width);
  const high = Math.max(1, image.height);
  const scale = Math.min(width / wide, height / high);
  return { width: wide * scale, height: high * scale };
};

const Stage = ({
  dataset,
  image,
  boxes,
  zoomBy,
}: {
  dataset: Dataset;
  image: Image;
  boxes: boolean;
  zoomBy: ReturnType<typeof useZoom>;
}) => {
  const { ref, width, height } = useElementSize();
  const { view, hand } = zoomBy;
  const box = fitted(image, width, height);
  return (
    <div ref={ref} className={classes.stage} data-grip={view.scale > 1 || undefined} {...hand}>
      <div
        className={classes.picture}
        style={{
          width: box.width,
          height: box.height,
          transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
        }}
      >
        <Picture
          sources={[fileAddress(dataset.id, image.path), thumbnailAddress(dataset.id, image, 1024)]}
          alt={image.path}
        />
        {boxes && <Overlay image={image} names={dataset.class_names} />}
      </div>
    </div>
  );
};

/** One image, as large as the window, with what is known of it. */
export const Lightbox = (props: Props) => {
  const { dataset, images, path, boxes, onShow, onBoxes, onClose } = props;
  const { t } = useTranslation();
  const zoomBy = useZoom();
  const { zoom, reset } = zoomBy;
  const { index, more } = images;
  const listed = index === null ? undefined : images.at(index);
  const alone = useQuery({ ...imageQuery(dataset.id, path), enabled: listed === undefined });
  const image = listed ?? alone.data ?? undefined;
  const beside = (step: number) => (index === null ? undefined : images.at(index + step));
  const turn = (step: number) => {
    const next = beside(step);
    if (next === undefined) return;
    reset();
    onShow(next.path);
  };
  const keys = useRef<Record<string, () => void>>({});
  useEffect(() => {
    keys.current = {
      ArrowRight: () => turn(1),
      ArrowLeft: () => turn(-1),
      b: onBoxes,
      '+': () => zoom(ZOOM),
      '=': () => zoom(ZOOM),
      '-': () => zoom(1 / ZOOM),
      '0': reset,
    };
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    globalThis.addEventListener('keydown', pressed);
    return () => globalThis.removeEventListener('keydown', pressed);
  }, []);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      padding={0}
      withCloseButton={false}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
      attributes={{ content: { 'aria-label': path } }}
    >
      <div className={classes.bar}>
        <Text fw={600} truncate className={classes.title}>
          <bdi>{path}</bdi>
        </Text>
        {index !== null && (
          <Text size="sm" c="dimmed" className={classes.where}>
            {t('images.position', { at: index + 1, all: `${images.ratios.length}${more ? '+' : ''}` })}
          </Text>
        )}
        <div className={classes.tools}>
          <ActionIcon variant="subtle" aria-label={t('images.smaller')} onClick={() => zoom(1 / ZOOM)}>
            <Icon name="minus" />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('images.larger')} onClick={() => zoom(ZOOM)}>
            <Icon name="plus" />
          </ActionIcon>
          <ActionIcon
            variant={boxes ? 'light' : 'subtle'}
            aria-label={t('images.boxes')}
            aria-pressed={boxes}
            onClick={onBoxes}
          >
            <Icon name="boxes" />
          </ActionIcon>
          <CopyButton value={globalThis.location.href} label={t('images.copyLink')} />
          <ActionIcon variant="subtle" aria-label={t('action.close')} onClick={onClose} data-autofocus>
            <Icon name="x" />
          </ActionIcon>
        </div>
      </div>
      {image === undefined ? (
        <div className={classes.waiting}>
          {alone.isPending ? (
            <>
              <div className={classes.early}>
                <Picture key={path} sources={[fileAddress(dataset.id, path)]} alt={path} />
              </div>
              <Text size="sm" role="status">
                {t('images.reaching')}
              </Text>
            </>
          ) : alone.isError ? (
            <ProblemNote error={alone.error} retry={alone.refetch} />
          ) : (
            <Text>{t('images.notHere')}</Text>
          )}
        </div>
      ) : (
        <div className={classes.split}>
          <div className={classes.center}>
            <Stage dataset={dataset} image={image} boxes={boxes} zoomBy={zoomBy} />
            <ActionIcon
              className={classes.previous}
              variant="default"
              size="xl"
              radius="xl"
              aria-label={t('images.previous')}
              disabled={beside(-1) === undefined}
              onClick={() => turn(-1)}
            >
              <Icon name="chevron" size={22} style={{ transform: 'rotate(180deg)' }} />
            </ActionIcon>
            <ActionIcon
              className={classes.next}
              variant="default"
              size="xl"
              radius="xl"
              aria-label={t('images.next')}
              disabled={beside(1) === undefined}
              onClick={() => turn(1)}
            >
              <Icon name="chevron" size={22} />
            </ActionIcon>
          </div>
          <ImageFacts dataset={dataset} image={image} />
        </div>
      )}
    </Modal>
  );
};
