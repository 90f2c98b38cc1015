import { fileAddress } from '@/entities/dataset/addresses';
import { memo } from 'react';
import classes from './images.module.css';
import { Overlay } from './Overlay';
import { Picture } from './Picture';
import { thumbnailAddress, type Image } from './requests/images';

/** How tiles are drawn, all alike. */
export interface Look {
  dataset: string;
  names: readonly string[];
  boxes: boolean;
  only: string | undefined;
}

interface Props {
  image: Image | undefined;
  index: number;
  width: number;
  look: Look;
}

/** One picture of the gallery. Plain elements, memoised: scrolling touches nothing but what comes into sight. */
export const Tile = memo(function Tile({ image, index, width, look }: Props) {
  if (image === undefined) return <span className={classes.tile} style={{ width }} aria-hidden />;
  // A folder of classes has nothing to count on its images, but a name for each.
  const shown =
    image.shapes.length === 0 && image.classes.length > 0 ? image.classes.join(', ') : image.objects;
  const badge = image.split === null ? shown : `${image.split} · ${shown}`;
  return (
    <a
      href={`?image=${encodeURIComponent(image.path)}`}
      className={classes.tile}
      style={{ width }}
      data-image={image.path}
      data-index={index}
    >
      <Picture
        sources={[
          thumbnailAddress(look.dataset, image, width * globalThis.devicePixelRatio),
          fileAddress(look.dataset, image.path),
        ]}
        alt={image.path}
      />
      {look.boxes && image.shapes.length > 0 && <Overlay image={image} names={look.names} only={look.only} />}
      <span className={classes.badge}>{badge}</span>
      {image.problems.length > 0 && <span className={classes.flag} aria-hidden />}
    </a>
  );
});
