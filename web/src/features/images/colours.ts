/** Colours of classes: bright, so that they stand out of photographs, and as far from each other as ten can be. */
const COLOURS = [
  '#4dabf7',
  '#ff6b6b',
  '#51cf66',
  '#fcc419',
  '#cc5de8',
  '#20c997',
  '#ff922b',
  '#f783ac',
  '#94d82d',
  '#9775fa',
] as const;

/** The same class has the same colour on every image of its dataset. */
export const colourOf = (name: string, names: readonly string[]): string => {
  const index = names.indexOf(name);
  return COLOURS[(index < 0 ? names.length : index) % COLOURS.length] ?? COLOURS[0];
};
