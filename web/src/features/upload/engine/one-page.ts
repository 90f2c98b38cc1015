/* The browser lets a lock go when its page does, however the page ended. Only secure pages have locks; elsewhere two
   pages may offer to go on with one upload, and the server takes each file once all the same. */
const PREFIX = 'gotgan-upload:';
const locks = (): LockManager | undefined => (globalThis.navigator as { locks?: LockManager }).locks;

/** While `work` runs, no other page offers to go on with this upload. */
export const held = async (id: string, work: () => Promise<void>): Promise<void> => {
  const manager = locks();
  if (manager === undefined) return work();
  await manager.request(PREFIX + id, work);
};

export const heldElsewhere = async (): Promise<Set<string>> => {
  const all = (await locks()?.query())?.held ?? [];
  return new Set(all.flatMap(({ name }) => (name?.startsWith(PREFIX) ? name.slice(PREFIX.length) : [])));
};
