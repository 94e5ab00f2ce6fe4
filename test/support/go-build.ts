// Programs built from pinned Go modules of this repository, for what no package manager of the machine carries.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program that a Go module can build. */
export interface GoProgram {
  /** Name of the program, and of its file. */
  readonly name: string;
  /** Folder of the module. */
  readonly module: string;
  /** Name of the cache folder of this module's programs. */
  readonly cache: string;
  /** Import path of its package, or a path relative to the module. */
  readonly source: string;
  /** What is built: a program, or the test binary of a package. */
  readonly kind?: 'program' | 'tests';
  /** Version, for what is printed. */
  readonly version: string;
  /** Values that the linker sets: variable with its import path → text. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What the first build costs, for what is printed: "about 7 minutes". */
  readonly patience: string;
}

/** A program could not be built; the message says what to do. */
export class GoBuildError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'GoBuildError';
  }
}

/** Milliseconds between two lines that say that the build is alive. */
const progressInterval = 15_000;

/**
 * The path of a program; it is built once and kept in the user's cache folder until the module's go.mod, go.sum or own sources change.
 * @param log told what is done when it takes long
 * @throws GoBuildError when there is no Go, or when it fails
 */
export async function goProgram(program: GoProgram, log: (line: string) => void = console.error): Promise<string> {
  const sources = await Promise.all(
    ['go.mod', 'go.sum', 'main.go'].map((file) => readIfThere(join(program.module, file))),
  );
  const key = createHash('sha256')
    .update(sources.filter((text) => text !== '').join('\0'))
    .digest('hex')
    .slice(0, 16);
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes', program.cache, key);
  const path = join(folder, program.name);
  if (await exists(path)) return path;
  await mkdir(folder, { recursive: true });
  await build(program, folder, log);
  return path;
}

async function build(program: GoProgram, folder: string, log: (line: string) => void): Promise<void> {
  const { name, module, source, kind, version, variables = {}, patience } = program;
  const set = Object.entries(variables).map(([variable, value]) => ` -X ${variable}=${value}`);
  const started = performance.now();
  // Built beside its final place and renamed, so that nobody ever finds half a program.
  const scratch = await mkdtemp(join(folder, 'build-'));
  try {
    log(`${name} ${version}: building it with Go (once; ${patience} on two cores) …`);
    const child = spawn(
      'go',
      [
        ...(kind === 'tests' ? ['test', '-c'] : ['build']),
        ...['-v', '-trimpath', '-buildvcs=false', `-ldflags=-s -w${set.join('')}`],
        ...['-o', join(scratch, name), source],
      ],
      { cwd: module, env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await finished(name, child, log);
    await rename(join(scratch, name), join(folder, name));
    log(`${name} ${version}: ready after ${seconds(started)} s`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Waits for the compiler, which prints the name of each package that it begins; errors are lines of another form. */
async function finished(name: string, child: ChildProcess, log: (line: string) => void): Promise<void> {
  const started = performance.now();
  const last: string[] = [];
  let packages = 0;
  const tick = setInterval(
    () => log(`${name}: ${packages} packages compiled after ${seconds(started)} s …`),
    progressInterval,
  );
  try {
    if (child.stderr !== null) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        packages += 1;
        last.push(line);
        if (last.length > 20) last.shift();
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new GoBuildError(`go build failed:\n${last.join('\n')}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new GoBuildError('there is no Go to build it with; install Go 1.26 or newer', error);
  } finally {
    clearInterval(tick);
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

const readIfThere = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
