import { useEffect, useRef, useState } from 'react';
import type { PreviewEvent, RunningPreview, UploadPlan } from './engine/engine';
import { newId } from './id';
import { usePreviewer } from './uploads';

type Draft = Omit<UploadPlan, 'id'>;

const byNames = ({ target, archive }: Draft) => target.kind === 'new' || archive !== null;

/**
 * Looks ahead while a plan is drafted; another draft ends the look before.
 *
 * @param draft null where there is nothing to look at; the same object as long as nothing has changed
 * @returns what is known, and `take`: the id under which an upload goes on from there, if it is of this draft
 */
export const usePreview = (draft: Draft | null) => {
  const previewer = usePreviewer();
  const [told, setTold] = useState<{ draft: Draft; event: PreviewEvent } | null>(null);
  const current = useRef<{ draft: Draft; id: string; running: RunningPreview; taken: boolean } | null>(null);
  useEffect(() => {
    if (draft === null) return;
    const id = newId();
    const running = previewer.preview({ ...draft, id }, (event) => setTold({ draft, event }));
    const look = { draft, id, running, taken: false };
    current.current = look;
    return () => {
      current.current = null;
      if (look.taken) return;
      running.cancel();
      void previewer.discard({ ...draft, id });
    };
  }, [draft, previewer]);
  const take = (wanted: Draft | null): string => {
    const look = current.current;
    if (look === null || look.draft !== wanted) return newId();
    look.taken = true;
    look.running.release();
    return look.id;
  };
  const known: PreviewEvent | null =
    draft === null
      ? null
      : told?.draft === draft
        ? told.event
        : { kind: 'comparing', done: 0, all: byNames(draft) ? 0 : draft.files.length };
  return { event: known, take };
};
