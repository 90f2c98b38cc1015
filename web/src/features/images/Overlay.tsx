import { colourOf } from './colours';
import classes from './images.module.css';
import { outlines } from './outlines';
import type { Image } from './requests/images';

/** Labels over a picture that is drawn in the same box: dark below and bright above, to be seen on anything. */
export const Overlay = ({
  image,
  names,
  only,
}: {
  image: Image;
  names: readonly string[];
  /** The one class that stands out; the others are drawn fainter. */
  only?: string | undefined;
}) => {
  const width = Math.max(1, image.width);
  const height = Math.max(1, image.height);
  return (
    <svg
      className={classes.overlay}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable={false}
      data-testid="overlay"
    >
      {outlines(image.shapes, width, height).map(({ name, path }) => (
        <g key={name} opacity={only === undefined || only === name ? 1 : 0.35}>
          <path d={path} className={classes.under} />
          <path d={path} className={classes.line} stroke={colourOf(name, names)} data-class={name} />
        </g>
      ))}
    </svg>
  );
};
