/** A word that something is done; it leaves by itself. */
export interface Note {
  id: number;
  text: string;
}

const STAYS_MS = 6000;

let notes: readonly Note[] = [];
let last = 0;
const listeners = new Set<() => void>();

const put = (now: readonly Note[]) => {
  notes = now;
  listeners.forEach((listener) => listener());
};

export const dismiss = (id: number) => put(notes.filter((note) => note.id !== id));

export const notify = (text: string) => {
  last += 1;
  const id = last;
  put([...notes, { id, text }]);
  setTimeout(() => dismiss(id), STAYS_MS);
};

export const noteStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  all: () => notes,
};
