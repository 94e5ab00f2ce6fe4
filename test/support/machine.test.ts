// A machine within this machine: what is its own, what survives a power cut, and that nothing is left of it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cgroupHierarchies } from './cgroups.ts';
import { CommandError, run } from './command.ts';
import { Machine } from './machine.ts';
import { Manifest, startTimeOf } from './manifest.ts';
import { Daemon } from './processes.ts';

describe('machine', function () {
  this.timeout(60_000);
  let manifest: Manifest;
  let directory: string;
  let netns: string;

  before(function () {
    if (cgroupHierarchies().length === 0) this.skip();
  });

  beforeEach(async () => {
    manifest = Manifest.create();
    directory = join(manifest.directory, 'm1');
    netns = `${manifest.prefix}-m1`;
    manifest.recordNetns(netns);
    await Promise.all([mkdir(directory), run('ip', ['netns', 'add', netns])]);
  });

  afterEach(() => manifest?.remove());

  const boot = (): Promise<Machine> => Machine.boot({ manifest, name: 'm1', netns, directory });
  const groups = (): readonly string[] =>
    cgroupHierarchies()
      .map(({ own }) => join(own, `${manifest.prefix}-m1`))
      .filter((path) => existsSync(path));
  const read = async (machine: Machine, file: string): Promise<string> =>
    (await machine.exec('cat', [file])).stdout.trim();

  it('has a name, processes, control groups and settings of its own', async () => {
    const before = readFileSync('/proc/sys/kernel/panic', 'utf8');
    const machine = await boot();
    assert.equal((await machine.exec('hostname', [])).stdout.trim(), 'm1');
    assert.equal(await read(machine, '/proc/1/comm'), 'catatonit');
    assert.equal(await read(machine, '/proc/sys/kernel/panic'), '10');
    assert.equal(readFileSync('/proc/sys/kernel/panic', 'utf8'), before, 'this machine stays as it is');
    const [file = '', ...args] = machine.daemonCommand(['cat', '/proc/self/cgroup']);
    const { stdout } = await run(file, args);
    for (const { controllers } of cgroupHierarchies()) assert.match(stdout, new RegExp(`:${controllers}:/$`, 'm'));
    assert.equal(groups().length, cgroupHierarchies().length);
    await manifest.remove();
    assert.deepEqual(groups(), []);
  });

  it('loses its processes and its /run with the power, and keeps its disk', async () => {
    const machine = await boot();
    await machine.exec('touch', ['/run/here', '/var/lib/here', '/etc/here', '/opt/here']);
    // A daemon that has left everything that could be killed as one but the machine itself.
    const command = machine.daemonCommand(['setsid', '--fork', 'sleep', '1000']);
    await (await Daemon.start({ name: 'runaway', manifest, command })).exited;
    const { stdout } = await machine.exec('pgrep', ['-x', 'sleep']);
    assert.equal(stdout.trim().split('\n').length, 1);
    await machine.powerOff();
    assert.equal(startTimeOf(machine.init), undefined);
    assert.deepEqual(groups(), []);
    for (const place of ['/var/lib/here', '/etc/here', '/opt/here'])
      assert.equal(existsSync(place), false, `${place} of this machine`);
    const next = await boot();
    for (const place of ['/var/lib/here', '/etc/here', '/opt/here']) await next.exec('test', ['-e', place]);
    await assert.rejects(next.exec('test', ['-e', '/run/here']), CommandError);
    await assert.rejects(next.exec('pgrep', ['-x', 'sleep']), CommandError);
  });

  it('runs programs that can be asked to end', async () => {
    const machine = await boot();
    const start = (command: readonly string[]): Promise<Daemon> =>
      Daemon.start({ name: 'program', manifest, entered: true, command: machine.daemonCommand(command) });
    const program = await start(['sh', '-c', 'trap "exit 7" TERM; echo ready; while :; do sleep 0.02; done']);
    await program.waitForLine(/^ready$/, AbortSignal.timeout(10_000));
    assert.deepEqual(await program.stop(), { code: 7, signal: null });
    const deaf = await start(['sh', '-c', 'trap "" TERM; echo deaf; while :; do sleep 0.02; done']);
    await deaf.waitForLine(/^deaf$/, AbortSignal.timeout(10_000));
    await deaf.kill();
    await assert.rejects(machine.exec('pgrep', ['-f', 'trap ""']), CommandError);
  });
});
