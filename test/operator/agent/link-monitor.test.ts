/** The watch of links, in a real network namespace: the monitor itself runs there through a child of this test. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { runCommand } from '../../../operator/agent/command.ts';
import { LinkMonitor } from '../../../operator/agent/link-monitor.ts';
import { removeHostInterface } from '../../../operator/agent/pod-link.ts';
import { silentLog } from '../../../src/log.ts';

/** Lines as they come, and a way to wait for one. */
class Lines {
  readonly seen: string[] = [];
  #wake: () => void = () => {};

  readonly push = (line: string): void => {
    this.seen.push(line);
    this.#wake();
  };

  async until(wanted: (line: string) => boolean): Promise<void> {
    while (!this.seen.some(wanted)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** The children of this process that run `ip monitor`. */
function monitors(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s*([0-9]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('monitor');
      } catch {
        return false;
      }
    });
}

describe('the watch of links', () => {
  const name = `snw${process.pid}`;
  let lines: Lines;
  let monitor: LinkMonitor;

  beforeEach(async () => {
    lines = new Lines();
    monitor = new LinkMonitor({ onChange: lines.push, log: silentLog, backOffMs: 1 });
    await monitor.start();
  });

  afterEach(async () => {
    await monitor.stop();
    await removeHostInterface(name);
  });

  it('tells of a link that came, of its address, and of its end, from the moment that start resolves', async () => {
    await runCommand('ip', ['link', 'add', name, 'type', 'veth', 'peer', 'name', `${name}p`]);
    await lines.until((line) => line.includes(name));
    await runCommand('ip', ['address', 'add', '192.0.2.77/32', 'dev', name]);
    await lines.until((line) => line.includes('192.0.2.77'));
    await removeHostInterface(name);
    await lines.until((line) => line.startsWith('[LINK]Deleted') && line.includes(name));
  });

  it('begins again when its program was killed, and says that something may have been missed', async () => {
    const [pid] = monitors();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGKILL');
    await lines.until((line) => line === '');
    await runCommand('ip', ['link', 'add', name, 'type', 'veth', 'peer', 'name', `${name}p`]);
    await lines.until((line) => line.includes(name));
  });

  it('leaves no process behind', async () => {
    await monitor.stop();
    assert.deepEqual(monitors(), []);
  });
});
