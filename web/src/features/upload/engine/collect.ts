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

const walk = async (entry: FileSystemEntry, found: (picked: Picked) => void): Promise<void> => {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    found({ path, file: await fileOf(entry as FileSystemFileEntry) });
    return;
  }
  const inside = await readAll((entry as FileSystemDirectoryEntry).createReader());
  for (const one of inside) await walk(one, found);
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
    for (const entry of entries) {
      await walk(entry, (one) => {
        picked.push(one);
        if (picked.length % 100 === 0) onCount(picked.length);
      });
    }
    return picked;
  })();
};

/** What a file or folder field was given. */
export const collectFiles = (files: Iterable<File>): Picked[] =>
  [...files].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
