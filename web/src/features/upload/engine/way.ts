import { asProblem } from '@/lib/problem';
import type { PlanAnswer, Via } from './server';

/* The first try tells nothing: a network may be gone for a moment. Before the second the server has answered. */
const BARRED_AFTER = 2;
const ASIDE_AFTER = 4;

/**
 * Whether files go straight to the store, or by way of the server because this page can't send any there: the bucket's
 * CORS rule lacks the page's address, or the bucket is out of the browser's reach. A browser tells neither, only that
 * nothing came back; so it is taken for that once the same file was lost again after the server had answered, while no
 * other has ever arrived.
 */
export class Way {
  private readonly losses = new Map<string, number>();
  private arrived = false;
  private barred = false;

  /** Everything goes through the server. */
  get detour(): boolean {
    return this.barred;
  }

  /** The way for all files, or for that one: a store may answer all but one so that a page can't read it. */
  via(path?: string): Via {
    const aside = path !== undefined && (this.losses.get(path) ?? 0) >= ASIDE_AFTER;
    return this.barred || aside ? 'server' : 'store';
  }

  /** A link that is not worth a try any more. */
  bars(answer: PlanAnswer): boolean {
    return this.barred && leadsAway(answer);
  }

  took(answer: PlanAnswer): void {
    if (!leadsAway(answer)) return;
    this.arrived = true;
    this.losses.delete(answer.path);
  }

  failed(answer: PlanAnswer, thrown: unknown): void {
    if (!leadsAway(answer)) return;
    if (asProblem(thrown).code !== 'unreachable') {
      this.arrived = true; // the store was heard
      return;
    }
    const losses = (this.losses.get(answer.path) ?? 0) + 1;
    this.losses.set(answer.path, losses);
    if (losses >= BARRED_AFTER && !this.arrived) this.barred = true;
  }
}

const leadsAway = ({ url }: PlanAnswer) => url !== undefined && /^https?:/i.test(url);
