import { asProblem } from '@/lib/problem';
import type { PreviewEvent, Unseen, UploadPlan } from './engine';
import { IMAGE } from './selection';
import type { UploadServer } from './server';
import { listZip, Unlisted, type Listed } from './zip';

/* What the server reads of one question is bounded; a row is its path and some forty letters around it. */
const MOST_LETTERS = 15 << 20;
const AROUND = 40;

const letters = (files: readonly Listed[]) =>
  files.reduce((sum, { path }) => sum + path.length * (/^[ -~]*$/.test(path) ? 1 : 3) + AROUND, 0);

/** What lies in an archive, or why nobody can say before all of it was read. */
const insideOf = async (archive: Blob, name: string): Promise<Listed[] | Unseen> => {
  if (!/\.zip$/i.test(name)) return 'tar';
  try {
    return await listZip(archive);
  } catch (thrown) {
    if (thrown instanceof Unlisted) return 'damaged';
    throw thrown;
  }
};

const listed = async ({ archive, files }: UploadPlan): Promise<Listed[] | Unseen> =>
  archive === null
    ? files.map(({ path, file }) => ({ path, size: file.size }))
    : insideOf(archive.file, archive.path);

/** Where the files would lie; of a folder the paths say so already. */
const below = ({ archive, target }: UploadPlan, files: Listed[]): Listed[] => {
  const folder = target.kind === 'new' ? '' : target.prefix.replace(/\/+$/, '');
  if (archive === null || folder === '') return files;
  return files.map(({ path, size }) => ({ path: `${folder}/${path}`, size }));
};

/**
 * What an upload would make, as far as names and sizes tell: of a new dataset, and of an archive, whose hashes nobody
 * knows before it was opened. Nothing is sent but the names, and nothing is begun that would have to be given back.
 */
export class NamesPreview {
  private stopped = false;

  constructor(
    private readonly server: Pick<UploadServer, 'foresee'>,
    private readonly plan: UploadPlan,
    private readonly onEvent: (event: PreviewEvent) => void,
  ) {}

  cancel(): void {
    this.stopped = true;
  }

  release(): void {
    this.stopped = true;
  }

  async run(): Promise<void> {
    const event = await this.look().catch((thrown: unknown): PreviewEvent => ({
      kind: 'failed',
      problem: asProblem(thrown),
    }));
    if (!this.stopped) this.onEvent(event);
  }

  private async look(): Promise<PreviewEvent> {
    const inside = await listed(this.plan);
    if (typeof inside === 'string') return { kind: 'unseen', why: inside };
    const files = below(this.plan, inside);
    if (letters(files) > MOST_LETTERS) return { kind: 'unseen', why: 'many' };
    const foreseen = await this.server.foresee(this.plan, files);
    return {
      kind: 'foreseen',
      foreseen,
      files: files.length,
      images: files.filter(({ path }) => IMAGE.test(path)).length,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
    };
  }
}
