/** A file of the person's computer, and where it shall lie in the dataset. */
export interface Picked {
  path: string;
  file: File;
}

/** What systems leave in folders and nobody means to upload; the server would say so and drop it as well. */
const JUNK = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$|(^|\/)__MACOSX\//i;

export const isJunk = (path: string) => JUNK.test(path);

const readAll = async (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => {
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader hands out a hundred entries at a time, until it has none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/* Each file is asked for on its own, and the answer comes from another process: so many questions are under way at once. */
const AT_ONCE = 64;

const pickedOf = async (entry: FileSystemEntry): Promise<Picked> => ({
  path: entry.fullPath.replace(/^\//, ''),
  file: await fileOf(entry as FileSystemFileEntry),
});

const walk = async (entries: FileSystemEntry[], found: (picked: Picked) => void): Promise<void> => {
  const files = entries.filter((entry) => entry.isFile);
  for (let from = 0; from < files.length; from += AT_ONCE) {
    (await Promise.all(files.slice(from, from + AT_ONCE).map(pickedOf))).forEach(found);
  }
  for (const entry of entries) {
    if (entry.isDirectory)
      await walk(await readAll((entry as FileSystemDirectoryEntry).createReader()), found);
  }
};

/**
 * Everything that was dropped, folders read to the bottom.
 *
 * Must be called while the drop event is handled: a browser forgets the items afterwards.
 */
export const collectDrop = (transfer: DataTransfer, onCount: (count: number) => void): Promise<Picked[]> => {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry): entry is FileSystemEntry => entry !== null);
  const loose = entries.length === 0 ? [...transfer.files] : [];
  return (async () => {
    const picked: Picked[] = loose.map((file) => ({ path: file.name, file }));
    await walk(entries, (one) => {
      picked.push(one);
      if (picked.length % 500 === 0) onCount(picked.length);
    });
    return picked;
  })();
};

/** What a file or folder field was given. */
export const collectFiles = (files: Iterable<File>): Picked[] =>
  [...files].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
