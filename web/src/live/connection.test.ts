import { describe, expect, it } from 'vitest';
import { LiveConnection, pauseBefore } from './connection';

interface Socket {
  hear: (frame: unknown) => void;
  lost: (code: number) => void;
  closed: boolean;
}

const given = () => {
  const sockets: Socket[] = [];
  const waiting: { run: () => void; pause: number }[] = [];
  const heard: string[] = [];
  let ended = 0;
  const live = new LiveConnection(
    {
      connect: (hear, lost) => {
        const socket: Socket = { hear, lost, closed: false };
        sockets.push(socket);
        return () => (socket.closed = true);
      },
      later: (run, pause) => {
        const one = { run, pause };
        waiting.push(one);
        return () => void waiting.splice(waiting.indexOf(one), 1);
      },
      chance: () => 0.5,
    },
    () => (ended += 1),
  );
  live.listen(({ type }) => heard.push(type));
  const on = () => sockets.findLast(({ closed }) => !closed);
  const says = (type: string) => on()?.hear(JSON.stringify({ type }));
  const cut = (code = 1006) => on()?.lost(code);
  const passes = () => waiting.shift()?.run();
  return { live, sockets, waiting, heard, says, cut, passes, ended: () => ended };
};

describe('the connection to what happens', () => {
  it('is open from the word "ready", and passes on what it hears', () => {
    const { live, heard, says } = given();
    live.start();
    expect(live.isOpen()).toBe(false);
    says('ready');
    expect(live.isOpen()).toBe(true);
    says('dataset.committed');
    expect(heard).toEqual(['dataset.committed']);
  });

  it('is one, however often it is started', () => {
    const { live, sockets, cut } = given();
    live.start();
    live.start();
    cut();
    live.start();
    expect(sockets).toHaveLength(1);
  });

  it('says that something was missed where the first attempt came to nothing', () => {
    const { live, heard, says, cut, passes } = given();
    live.start();
    cut();
    passes();
    says('ready');
    expect(heard).toEqual(['missed']);
  });

  it('comes back after pauses that grow, and says that something was missed', () => {
    const { live, sockets, waiting, heard, says, cut, passes } = given();
    live.start();
    says('ready');
    const pauses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      cut();
      pauses.push(waiting[0]?.pause ?? 0);
      passes();
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(live.isOpen()).toBe(false);
    says('ready');
    expect(sockets).toHaveLength(8);
    expect(heard).toEqual(['missed']);
    cut();
    expect(waiting[0]?.pause).toBe(1000);
  });

  it('does not sit out its pause when the network is back', () => {
    const { live, sockets, waiting, cut } = given();
    live.start();
    cut();
    live.hurry();
    expect(sockets).toHaveLength(2);
    expect(waiting).toHaveLength(0);
    live.hurry();
    expect(sockets).toHaveLength(2);
  });

  it('stops for good, and says nothing of one person to the next', () => {
    const { live, sockets, waiting, heard, says, cut } = given();
    live.start();
    says('ready');
    live.stop();
    expect(sockets[0]?.closed).toBe(true);
    says('dataset.committed');
    cut();
    expect(waiting).toHaveLength(0);
    expect(live.isOpen()).toBe(false);
    live.start();
    says('ready');
    expect(sockets).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it('tells when the server lets one in no more', () => {
    const { live, cut, ended } = given();
    live.start();
    cut(1001);
    expect(ended()).toBe(0);
    live.hurry();
    cut(1008);
    expect(ended()).toBe(1);
  });

  it('leaves alone what it does not understand', () => {
    const { live, sockets, heard } = given();
    live.start();
    for (const data of ['', '{', 'null', '[]', '{"type":7}', 7, new ArrayBuffer(2)]) {
      sockets[0]?.hear(data);
    }
    expect(heard).toEqual([]);
  });
});

it('spreads those who come back by a quarter to either side', () => {
  expect(pauseBefore(0, 0)).toBe(750);
  expect(pauseBefore(0, 1)).toBe(1250);
});
