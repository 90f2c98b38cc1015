import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { gathering } from './changes';
import { LiveConnection, type ConnectionParts } from './connection';
import { ProgressBoard, type ServerProgress } from './progress';

interface LiveParts {
  connection: LiveConnection;
  board: ProgressBoard;
}

/** The one connection of this page; it outlives every screen. */
export const Live = createContext<LiveParts | null>(null);

const address = () => `${globalThis.location.origin.replace(/^http/, 'ws')}/api/v1/events`;

const connect: ConnectionParts['connect'] = (hear, lost) => {
  const socket = new WebSocket(address());
  socket.onmessage = ({ data }) => hear(data);
  socket.onclose = ({ code }) => lost(code);
  return () => {
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  };
};

const after = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Makes the connection, for as long as somebody is signed in: what it says is asked anew wherever it is shown.
 *
 * @param person whose events they are; null for a visitor, who has none
 */
export const useNewLive = (person: number | null): LiveParts => {
  const queries = useQueryClient();
  const [parts] = useState((): LiveParts => {
    const connection = new LiveConnection(
      { connect, later: after, chance: Math.random },
      () => void queries.invalidateQueries({ queryKey: ['session'] }),
    );
    return { connection, board: new ProgressBoard() };
  });
  const { connection, board } = parts;
  useEffect(() => {
    if (person === null) return;
    const refresh = gathering((change) => void queries.invalidateQueries(change), after);
    const deaf = [
      connection.listen(refresh),
      connection.listen((event) => board.hear(event)),
      connection.watch(() => {
        if (!connection.isOpen()) board.clear();
      }),
    ];
    const hurry = () => connection.hurry();
    globalThis.addEventListener('online', hurry);
    connection.start();
    return () => {
      globalThis.removeEventListener('online', hurry);
      connection.stop();
      deaf.forEach((stop) => stop());
    };
  }, [connection, board, queries, person]);
  return parts;
};

const useLive = (): LiveParts => {
  const live = useContext(Live);
  if (live === null) throw new Error('no connection around this screen');
  return live;
};

/** Whether somebody tells of changes; while nobody does, one asks. */
export const useTold = (): boolean => {
  const { connection } = useLive();
  return useSyncExternalStore(connection.watch, connection.isOpen);
};

export const useServerProgress = (): readonly ServerProgress[] => {
  const { board } = useLive();
  return useSyncExternalStore(board.subscribe, board.all);
};
