import { lazy, Suspense, type ComponentType } from 'react';

/** A dialog whose code is fetched when it is first opened: most visits open none. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
};
