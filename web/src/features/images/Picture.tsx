import { Icon } from '@/components/icons';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './images.module.css';

/*
 * Whoever scrolls fast leaves behind what has not come yet: it is given up, and the server not asked for it any more. That
 * has to be said while the picture is still part of the page: Chromium keeps one for ever whose address changes later,
 * and one of `loading="lazy"` that goes before it came. Only what is in sight exists anyway.
 */
const useWhileInSight = (source: string | undefined) => {
  const picture = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const img = picture.current;
    if (img === null || source === undefined) return undefined;
    if (img.getAttribute('src') !== source) img.src = source;
    return () => {
      if (!img.complete) img.removeAttribute('src');
    };
  }, [source]);
  return picture;
};

/** The first of these pictures that can be shown; a note where there is none. */
export const Picture = ({ sources, alt }: { sources: readonly string[]; alt: string }) => {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(0);
  const source = sources[failed];
  const picture = useWhileInSight(source);
  if (source === undefined) {
    return (
      <span className={classes.noPicture}>
        <Icon name="image" size={24} />
        {t('images.noPreview')}
      </span>
    );
  }
  return (
    <img
      ref={picture}
      src={source}
      alt={alt}
      className={classes.picture}
      decoding="async"
      draggable={false}
      onError={() => setFailed(failed + 1)}
    />
  );
};
