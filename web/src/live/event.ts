/** One word of the server, as spec/events.md has it. */
export interface LiveEvent {
  type: string;
  dataset_id?: string;
  task_id?: string;
  upload_id?: string;
  done: number;
  total: number;
  bytes_done: number;
  bytes_total: number;
  checked: number;
  message: string;
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const word = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Reads a frame; null where it is nothing that this page can know. */
export const eventOf = (frame: unknown): LiveEvent | null => {
  if (typeof frame !== 'string') return null;
  let told: unknown;
  try {
    told = JSON.parse(frame);
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const fields = told as Record<string, unknown>;
  const type = word(fields['type']);
  if (type === undefined) return null;
  const event: LiveEvent = {
    type,
    done: number(fields['done']),
    total: number(fields['total']),
    bytes_done: number(fields['bytes_done']),
    bytes_total: number(fields['bytes_total']),
    checked: number(fields['checked']),
    message: word(fields['message']) ?? '',
  };
  for (const name of ['dataset_id', 'task_id', 'upload_id'] as const) {
    const value = word(fields[name]);
    if (value !== undefined) event[name] = value;
  }
  return event;
};
