import { Field, Fields } from '@/components/layout';
import type { Dataset } from '@/entities/dataset/dataset';
import { useFormat } from '@/lib/format';
import { useTranslation } from 'react-i18next';
import { colourOf } from './colours';
import classes from './lightbox.module.css';
import { fileAddress } from '@/entities/dataset/addresses';
import type { Image } from './requests/images';

const countsOf = (image: Image) => {
  const counts = new Map<string, number>();
  for (const name of image.classes) counts.set(name, 0);
  for (const shape of image.shapes) counts.set(shape.class, (counts.get(shape.class) ?? 0) + 1);
  return [...counts];
};

/** What is known of an image, and what is wrong with it. */
export const ImageFacts = ({ dataset, image }: { dataset: Dataset; image: Image }) => {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  return (
    <aside className={classes.facts} aria-label={t('images.facts')}>
      <h2 className={classes.heading}>{t('images.onIt', { count: image.objects })}</h2>
      {image.classes.length > 0 && (
        <ul className={classes.labels}>
          {countsOf(image).map(([name, count]) => (
            <li key={name}>
              <span className={classes.dot} style={{ background: colourOf(name, dataset.class_names) }} />
              <bdi>{name}</bdi>
              {count > 0 && <strong>{number(count)}</strong>}
            </li>
          ))}
        </ul>
      )}
      <Fields>
        <Field label={t('images.pixels')}>
          {number(image.width)} × {number(image.height)}
        </Field>
        <Field label={t('dataset.files.size')}>{bytes(image.size)}</Field>
        <Field label={t('images.split')}>{image.split ?? t('images.noSplit')}</Field>
        {image.orientation !== 1 && (
          <Field label={t('images.orientation')}>
            {t('images.turned', { orientation: image.orientation })}
          </Field>
        )}
        <Field wide label={t('images.labelFile')}>
          {image.label === null ? (
            t('images.noLabel')
          ) : (
            <a href={fileAddress(dataset.id, image.label)} target="_blank" rel="noreferrer">
              <bdi>{image.label}</bdi>
            </a>
          )}
        </Field>
        <Field wide label={t('dataset.files.sha256')}>
          <code className={classes.hash}>{image.sha256}</code>
        </Field>
      </Fields>
      <a
        className={classes.original}
        href={fileAddress(dataset.id, image.path)}
        target="_blank"
        rel="noreferrer"
      >
        {t('images.original')}
      </a>
      {image.problems.length > 0 && (
        <>
          <h2 className={classes.heading}>{t('images.problems')}</h2>
          <ul className={classes.problems}>
            {image.problems.map((problem, index) => (
              <li key={index} data-severity={problem.severity}>
                {problem.message}
                {problem.line !== undefined && problem.path !== null && (
                  <small>{t('state.atLine', { path: problem.path, line: problem.line })}</small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
};
