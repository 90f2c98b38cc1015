/** Reads what stands behind `?` in an address; whatever is not understood is left out. */
export const text = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const word = <W extends string>(
  search: Record<string, unknown>,
  name: string,
  words: readonly W[],
): W | undefined => words.find((known) => known === search[name]);

export const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
