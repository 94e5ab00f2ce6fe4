// The container runtime of real nodes: containerd of Debian unstable, unpacked beside the system (the first release that calls a CNI
// plugin's STATUS is 2.0, and Debian 12 has 1.6), with the system's own runc. etcd comes along: only 3.5 and later can leave out
// fsync, which a throw-away control plane does not need.
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { run, searchPath } from './command.ts';
import { DebianSuite } from './debian-suite.ts';

/** Where the programs of a real node are. */
export interface ContainerRuntime {
  /** Folder of containerd, ctr, containerd-shim-runc-v2 and etcd; to be in the search path of containerd itself. */
  readonly bin: string;
  /** Path of runc. */
  readonly runc: string;
  /** Names of the packages that were unpacked; another containerd has other names. */
  readonly version: string;
}

/** containerd can't be had on this machine; tests with real nodes are skipped with this text. */
export class ContainerRuntimeUnavailableError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`containerd 2 can't be had on this machine: ${reason}`, { cause });
    this.name = 'ContainerRuntimeUnavailableError';
  }
}

const suite = 'sid';
const packages = ['containerd', 'etcd-server'];

/**
 * Finds or makes the container runtime; it is kept in the user's cache folder (about 190 MB, 10 s once).
 * @throws ContainerRuntimeUnavailableError when the packages can't be had or do not run here
 */
export async function containerRuntime(log: (line: string) => void = () => {}): Promise<ContainerRuntime> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes');
  const root = join(cache, 'containerd');
  if (!(await exists(join(root, 'VERSIONS')))) {
    await mkdir(cache, { recursive: true });
    const started = performance.now();
    log(`containerd, etcd: unpacking Debian ${suite}'s packages into the cache (once, about 10 s) …`);
    await unpack(cache, root);
    log(`containerd, etcd: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return { bin: join(root, 'usr', 'bin'), runc: await findRunc(), version: await readVersions(root) };
}

// Unpacked beside its final place and moved there at the end; of two at once the second finds the name taken.
async function unpack(cache: string, root: string): Promise<void> {
  const work = await mkdtemp(join(cache, '.containerd-'));
  try {
    const unpacked = join(work, 'root');
    const debian = await DebianSuite.open(suite, work);
    const files = await debian.download(packages);
    await mkdir(unpacked);
    for (const file of files) await run('dpkg', ['-x', file, unpacked]);
    const { stdout } = await run(join(unpacked, 'usr', 'bin', 'containerd'), ['--version']);
    if (!/ v?2\.\d+\.\d+/.test(stdout)) throw new Error(`Debian ${suite} now carries ${stdout.trim()}`);
    await run(join(unpacked, 'usr', 'bin', 'etcd'), ['--version']);
    await rm(join(unpacked, 'usr', 'share'), { recursive: true, force: true });
    await writeFile(join(unpacked, 'VERSIONS'), `${files.map((file) => basename(file)).join('\n')}\n`);
    try {
      await rename(unpacked, root);
    } catch (error) {
      if (!(await exists(join(root, 'VERSIONS')))) throw error;
    }
  } catch (error) {
    throw new ContainerRuntimeUnavailableError(String(error), error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function findRunc(): Promise<string> {
  for (const folder of searchPath.split(':')) {
    if (folder !== '' && (await exists(join(folder, 'runc')))) return join(folder, 'runc');
  }
  throw new ContainerRuntimeUnavailableError('runc is not installed; run "make setup"');
}

async function readVersions(root: string): Promise<string> {
  return (await readFile(join(root, 'VERSIONS'), 'utf8')).trim().replaceAll('\n', ' ');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
