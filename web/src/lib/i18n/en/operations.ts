import type { audit as koAudit, store as koStore } from '../ko/operations';

export const store: typeof koStore = {
  title: 'Store',
  hint: 'Whether the place where Gotgan keeps files does what it relies on.',
  examine: 'Examine now',
  about: 'About the store',
  place: 'Place',
  examined: 'Last examined',
  never: 'Never',
  direct: {
    label: 'Direct upload',
    refused: 'Not used: files go through the server',
    staged: 'To a place aside, then made final',
    live: 'Straight to where files lie',
  },
  promises: 'What the store promises',
  promise: 'Promise',
  result: 'Result',
  seen: 'What was seen',
  notYet: 'It was not examined yet. Press “Examine now”.',
  outcome: { kept: 'Kept', broken: 'Not kept', absent: 'Does not apply' },
  cors: 'CORS settings',
  corsHint: 'For uploads straight from a browser, paste this into the CORS settings of the bucket.',
};

export const audit: typeof koAudit = {
  title: 'Audit',
  hint: 'Who changed what, the newest first.',
  table: 'Entries',
  at: 'When',
  who: 'Who',
  action: 'What was done',
  what: 'To what',
  nobody: 'The server, or somebody who has left',
  empty: 'No entries yet',
};
