/** Only a place of ours: an address that leads elsewhere is not followed. */
const inside = (next: string | undefined) =>
  next !== undefined && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\')
    ? next
    : '/datasets';

/** Where somebody goes who came to the door on the way; a secret stays in the fragment, which no server sees. */
export const onwards = (next: string | undefined, fragment: string) =>
  fragment === '' ? inside(next) : `${inside(next)}#${fragment}`;
