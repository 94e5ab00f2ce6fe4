// The OVN and Open vSwitch programs that a test bed runs: the system's own, or those of another Debian release, unpacked beside
// the system without installing anything. Programs of an unpacked release run through their own dynamic loader and libraries.
import { execFileSync } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { run, searchPath } from './command.ts';
import { DebianSuite } from './debian-suite.ts';
import { startTimeOf } from './manifest.ts';

/** OVN versions that the suite knows: Debian 12's own, Debian 13's (the default), and the newest of Debian unstable. */
export type OvnVersion = '23.03' | '25.03' | '26.03';

/** Where the programs and schemas of one OVN version are. */
export interface OvnRoot {
  readonly version: OvnVersion;
  /** Environment for every OVN and OVS program: search path and schema folders. */
  readonly env: Readonly<Record<string, string>>;
  /** Path of a schema file. */
  schema(name: 'ovn-nb' | 'ovn-sb' | 'vswitch'): string;
}

/** The packages of an OVN version can't be had on this machine; rounds with that version are skipped with this text. */
export class OvnUnavailableError extends Error {
  readonly version: OvnVersion;

  constructor(version: OvnVersion, reason: string, cause?: unknown) {
    super(`OVN ${version} can't be had on this machine: ${reason}`, { cause });
    this.name = 'OvnUnavailableError';
    this.version = version;
  }
}

const versions: readonly OvnVersion[] = ['23.03', '25.03', '26.03'];

/** Debian release that carries the version; undefined = what is installed on the system. */
const suites: Readonly<Record<OvnVersion, string | undefined>> = {
  '23.03': undefined,
  '25.03': 'trixie',
  '26.03': 'sid',
};

const seeds = [
  'ovn-common',
  'ovn-central',
  'ovn-host',
  'openvswitch-common',
  'openvswitch-switch',
  'openvswitch-pki',
  'python3-openvswitch',
];

// Shared libraries that the seeds load, by the names of several releases (t64 and soname changes included). Perl, Python and
// init scripts among the dependencies are left out: the system's are used.
const libraries =
  /^(?:lib(?:c6|gcc-s1|ssl[0-9]+(?:t64)?|unbound[0-9]+|cap-ng0|cap2|udev1|numa1|bpf1|xdp1|unwind8|elf1(?:t64)?|zstd1|lzma5|event-2.*|nghttp[23].*|ngtcp2.*|hogweed6.*|nettle8.*|gmp10|bz2-1\.0|expat1)|zlib1g)$/;

/** The version named by the environment variable OVN; '25.03' without it. */
export function chosenOvnVersion(environment: NodeJS.ProcessEnv = process.env): OvnVersion {
  const wanted = environment.OVN || '25.03';
  const version = versions.find((known) => known === wanted);
  if (version === undefined) throw new Error(`OVN=${wanted} is not known; set OVN to one of ${versions.join(', ')}`);
  return version;
}

/**
 * Finds or makes the programs of one OVN version. An unpacked version is kept in the user's cache folder (about 85 MB, 15 s once).
 * @throws OvnUnavailableError when the packages can't be had
 */
export async function ovnRoot(version: OvnVersion, log: (line: string) => void = () => {}): Promise<OvnRoot> {
  const suite = suites[version];
  if (suite === undefined) return systemRoot(version);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes', 'ovn');
  const root = join(cache, version);
  if (!(await exists(join(root, 'VERSIONS')))) {
    await mkdir(cache, { recursive: true });
    const started = performance.now();
    log(`OVN ${version}: unpacking Debian ${suite}'s packages into the cache (once, about 15 s) …`);
    await build(version, suite, cache, root);
    log(`OVN ${version}: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  const share = join(root, 'usr', 'share');
  return {
    version,
    env: {
      PATH: `${join(root, 'bin')}:${searchPath}`,
      OVS_PKGDATADIR: join(share, 'openvswitch'),
      OVN_PKGDATADIR: join(share, 'ovn'),
    },
    schema: (name) => join(share, name === 'vswitch' ? 'openvswitch' : 'ovn', `${name}.ovsschema`),
  };
}

async function systemRoot(version: OvnVersion): Promise<OvnRoot> {
  const env = { PATH: searchPath };
  try {
    await run('ovn-nbctl', ['--version'], { env });
  } catch (cause) {
    throw new OvnUnavailableError(
      version,
      'it is the system\'s own version and is not installed; run "make setup"',
      cause,
    );
  }
  return {
    version,
    env,
    schema: (name) => join('/usr/share', name === 'vswitch' ? 'openvswitch' : 'ovn', `${name}.ovsschema`),
  };
}

// Everything is unpacked into a private folder and moved to its final name at the end: a reader sees the whole root or none, and
// of two builders at once the second finds the name taken and drops its own copy.
async function build(version: OvnVersion, suite: string, cache: string, root: string): Promise<void> {
  await removeAbandoned(cache);
  const work = await mkdtemp(join(cache, `.build-${process.pid}-`));
  try {
    const unpacked = join(work, 'root');
    const files = await download(suite, work);
    await mkdir(unpacked);
    for (const file of files) await run('dpkg', ['-x', file, unpacked]);
    const packages = files.map((file) => basename(file));
    const ovn = packages.find((file) => file.startsWith('ovn-common_')) ?? '';
    if (!ovn.startsWith(`ovn-common_${version}`)) {
      throw new OvnUnavailableError(version, `Debian ${suite} now carries ${ovn || 'none'}`);
    }
    for (const unread of ['doc', 'man', 'locale', 'lintian', 'bash-completion']) {
      await rm(join(unpacked, 'usr', 'share', unread), { recursive: true, force: true });
    }
    await writeWrappers(version, unpacked, root);
    await writeFile(join(unpacked, 'VERSIONS'), `${packages.join('\n')}\n`);
    try {
      await rename(unpacked, root);
    } catch (error) {
      if (!(await exists(join(root, 'VERSIONS')))) throw error;
    }
  } catch (error) {
    if (error instanceof OvnUnavailableError) throw error;
    throw new OvnUnavailableError(version, String(error), error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

// Work folders of builders that were killed.
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const pid = /^\.build-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && startTimeOf(Number(pid)) === undefined)
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function download(suite: string, work: string): Promise<readonly string[]> {
  const debian = await DebianSuite.open(suite, work);
  const wanted = [...(await debian.closure(seeds))].filter((name) => libraries.test(name));
  return debian.download([...seeds, ...wanted, 'libudev1', 'libcap2']);
}

async function writeWrappers(version: OvnVersion, unpacked: string, root: string): Promise<void> {
  const loader = 'usr/lib64/ld-linux-x86-64.so.2';
  const libraryPath = 'usr/lib/x86_64-linux-gnu';
  await mkdir(join(unpacked, 'bin'));
  for (const folder of ['usr/bin', 'usr/sbin', 'usr/lib/openvswitch-switch']) {
    for (const name of await readdir(join(unpacked, folder)).catch((): string[] => [])) {
      if (!/^ov[ns]/.test(name)) continue;
      const program = join(folder, name);
      const wrapper = join(unpacked, 'bin', name);
      const kind = await programKind(join(unpacked, program));
      if (kind === 'elf') {
        requireOwnLibraries(version, unpacked, loader, libraryPath, program);
        const command = `${join(root, loader)} --argv0 ${name} --library-path ${join(root, libraryPath)} ${join(root, program)}`;
        await writeFile(wrapper, `#!/bin/sh\nexec ${command} "$@"\n`);
      } else if (kind === 'python') {
        const modules = join(root, 'usr/lib/python3/dist-packages');
        await writeFile(
          wrapper,
          `#!/bin/sh\nPYTHONPATH=${modules} exec /usr/bin/python3 ${join(root, program)} "$@"\n`,
        );
      } else {
        await symlink(join('..', program), wrapper);
        continue;
      }
      await chmod(wrapper, 0o755);
    }
  }
}

async function programKind(path: string): Promise<'elf' | 'python' | 'script'> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return 'script'; // a dangling alternatives link
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(128), 0, 128, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (head.startsWith('\x7fELF')) return 'elf';
    return /^#!.*python/.test(head) ? 'python' : 'script';
  } finally {
    await file.close();
  }
}

// A library taken from the system instead of the root would work here and fail elsewhere: refuse it while the root is made.
function requireOwnLibraries(
  version: OvnVersion,
  unpacked: string,
  loader: string,
  libraryPath: string,
  program: string,
): void {
  const args = ['--library-path', join(unpacked, libraryPath), '--list', join(unpacked, program)];
  const listed = execFileSync(join(unpacked, loader), args, { encoding: 'utf8' });
  const foreign = listed.split('\n').filter((line) => line.includes('=>') && !line.includes(`=> ${unpacked}/`));
  if (foreign.length > 0) {
    throw new OvnUnavailableError(
      version,
      `${program} needs libraries that were not unpacked: ${foreign.join(' ').trim()}`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
