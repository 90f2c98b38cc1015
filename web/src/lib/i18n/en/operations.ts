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
  probes: {
    conditional_put: {
      promise: 'PUT with If-None-Match: * never overwrites',
      without: 'Nothing is uploaded straight to the live tree; the server looks before it writes.',
    },
    checksum: {
      promise: 'Bytes other than those signed are refused',
      without: 'No direct upload: all bytes go through the server.',
    },
    signed_headers: {
      promise: 'A signed URL fails without a header that it signs',
      without: 'No direct upload: all bytes go through the server.',
    },
    copy_source: {
      promise: 'COPY fails when its source has another ETag',
      without: 'A change from outside in the very moment of a copy is only found by the next scrub.',
    },
    etag_md5: {
      promise: 'An ETag is the MD5 of the bytes',
      without: 'An upload is sealed by one HEAD a file, not one LIST a thousand.',
    },
    nfc_aliasing: {
      promise: 'A name composed (NFC) or in pieces (NFD) is one key, as on R2',
      without: 'Gotgan writes composed names only; what other tools write in pieces is none of its files.',
    },
    list_after_write: {
      promise: 'LIST shows at once what was written and deleted',
      without: 'Do not use this store: sealing, scrubbing and removing rest on it.',
    },
    list_order: {
      promise: 'LIST is in the order of UTF-8 bytes',
      without: 'Whole prefixes are read and put in order.',
    },
    batch_delete: {
      promise: 'One call deletes many objects',
      without: 'They are deleted one by one.',
    },
    download_names: {
      promise: 'A signed URL says type and name of a download',
      without: 'Downloads go through the server, which says them.',
    },
    cors_preflight: {
      promise: 'Browsers may PUT from Gotgan’s address',
      without: 'Browsers upload through the server; paste the CORS rule into the bucket’s settings.',
    },
  },
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
