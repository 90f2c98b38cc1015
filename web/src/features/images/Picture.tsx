import { Icon } from '@/components/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './images.module.css';

/** The first of these pictures that can be shown; a note where there is none. */
export const Picture = ({
  sources,
  alt,
  eager = false,
}: {
  sources: readonly string[];
  alt: string;
  eager?: boolean;
}) => {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(0);
  const source = sources[failed];
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
      src={source}
      alt={alt}
      className={classes.picture}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      onError={() => setFailed(failed + 1)}
    />
  );
};
