import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const READY = /Gotgan is ready at (\S+)/;

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A server of a story's own, which it may hurt. It comes back at the same address with the same data. */
export class OwnServer {
  private process: ChildProcess | null = null;
  private readonly data = mkdtempSync(join(tmpdir(), 'gotgan-e2e-server-'));

  private constructor(
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
    const server = new OwnServer(await freePort(), settings);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get admin() {
    const password = readFileSync(join(this.data, 'admin-password'), 'utf8').trim();
    return { email: 'admin@localhost', password };
  }

  async start(): Promise<void> {
    const command = resolve(import.meta.dirname, '../../../gotgan');
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('GOTGAN_')),
    );
    const child = spawn(command, ['serve', '--port', String(this.port), '--data', this.data], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...env, ...this.settings, GOTGAN_BUILD: 'no' }, // what the build packaged, as the server of all others
    });
    this.process = child;
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (said: Buffer) => {
        if (READY.test(said.toString())) ready();
      });
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    });
  }

  /** As a loss of power would. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.process;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve_) => child.once('exit', resolve_));
    child.kill(signal);
    await gone;
  }
}
