// The Kubernetes programs that tests run: from KUBEBUILDER_ASSETS when that is set, else built once from the pinned Go module beside
// this file (Kubernetes publishes no server binaries that a package manager could fetch) and kept in the user's cache folder.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The packages of the programs that the module in this folder can build. */
const packages = {
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
  kubelet: 'k8s.io/kubernetes/cmd/kubelet',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  /** Upstream's program of many servers and clients, for containers of tests. */
  agnhost: 'k8s.io/kubernetes/test/images/agnhost',
  /** Upstream's end-to-end tests: a test binary. */
  'e2e.test': 'k8s.io/kubernetes/test/e2e',
  /** Runs e2e.test in several processes. */
  ginkgo: 'github.com/onsi/ginkgo/v2/ginkgo',
} as const;

/** A program of Kubernetes that the module in this folder can build. */
export type KubernetesProgram = keyof typeof packages;

/** What a cluster of real nodes needs. */
export const clusterPrograms = [
  'kube-apiserver',
  'kubelet',
  'kube-controller-manager',
  'kube-scheduler',
  'agnhost',
] as const satisfies readonly KubernetesProgram[];

/** What the first build of a program costs on two cores when those before it in {@link clusterPrograms} are there, measured. */
const patience: Readonly<Record<KubernetesProgram, string>> = {
  'kube-apiserver': 'about 7 minutes',
  kubelet: 'about 80 s',
  'kube-controller-manager': 'about 50 s',
  'kube-scheduler': 'about 10 s',
  kubectl: 'about 30 s',
  agnhost: 'about 15 s',
  'e2e.test': 'about 4 minutes',
  ginkgo: 'a few seconds',
};

/** A program of Kubernetes can't be had on this machine; the message says what to do. */
export class KubernetesUnavailableError extends Error {
  constructor(program: KubernetesProgram, reason: string, cause?: unknown) {
    super(`${program} can't be had on this machine: ${reason}`, { cause });
    this.name = 'KubernetesUnavailableError';
  }
}

const module = fileURLToPath(new URL('.', import.meta.url));

/** Milliseconds between two lines that say that the build is alive. */
const progressInterval = 15_000;

/**
 * The path of a program of Kubernetes.
 * @param log told what is done when it takes long
 * @throws KubernetesUnavailableError when there is no Go, no module or no program where KUBEBUILDER_ASSETS points
 */
export async function kubernetesBinary(
  program: KubernetesProgram,
  log: (line: string) => void = console.error,
): Promise<string> {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets) {
    const path = join(assets, program);
    if (await exists(path)) return path;
    throw new KubernetesUnavailableError(
      program,
      `KUBEBUILDER_ASSETS=${assets} has none; add it, or unset the variable`,
    );
  }
  const sources = await Promise.all(['go.mod', 'go.sum'].map((file) => readFile(join(module, file), 'utf8')));
  const key = createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 16);
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes', 'kubernetes', key);
  const path = join(folder, program);
  if (await exists(path)) return path;
  await mkdir(folder, { recursive: true });
  await build(program, versionIn(sources[0] ?? ''), folder, log);
  return path;
}

/** Version of the programs, as v1.36.3. */
export async function kubernetesVersion(): Promise<string> {
  return versionIn(await readFile(join(module, 'go.mod'), 'utf8'));
}

/** Folder of the sources of k8s.io/kubernetes, which hold more than programs: the certificates of a test server, the version of an image. */
export async function kubernetesSources(): Promise<string> {
  const options = { cwd: module, env: { ...process.env, GOFLAGS: '' } };
  const { stdout } = await promisify(execFile)('go', ['list', '-m', '-f', '{{.Dir}}', 'k8s.io/kubernetes'], options);
  return stdout.trim();
}

/** The version of k8s.io/kubernetes that go.mod requires. */
function versionIn(goMod: string): string {
  const version = /^\s*k8s\.io\/kubernetes (v[0-9]+\.[0-9]+\.[0-9]+)/m.exec(goMod)?.[1];
  if (version === undefined) throw new Error('go.mod requires no k8s.io/kubernetes');
  return version;
}

async function build(
  program: KubernetesProgram,
  version: string,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const [major, minor] = version.slice(1).split('.');
  // Without these the server calls itself v0.0.0-master, which clients refuse to compare with.
  const stamp = { gitVersion: version, gitMajor: major, gitMinor: minor };
  const stamped = Object.entries(stamp).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  const started = performance.now();
  // Built beside its final place and renamed, so that nobody ever finds half a program.
  const scratch = await mkdtemp(join(folder, 'build-'));
  try {
    log(`${program} ${version}: building it with Go (once; ${patience[program]} on two cores) …`);
    const child = spawn(
      'go',
      [
        ...(program === 'e2e.test' ? ['test', '-c'] : ['build']),
        ...['-v', '-trimpath', '-buildvcs=false', `-ldflags=-s -w ${stamped.join(' ')}`],
        ...['-o', join(scratch, program), packages[program]],
      ],
      { cwd: module, env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await finished(program, child, log);
    await rename(join(scratch, program), join(folder, program));
    log(`${program} ${version}: ready after ${seconds(started)} s`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Waits for the compiler, which prints the name of each package that it begins; errors are lines of another form. */
async function finished(program: KubernetesProgram, child: ChildProcess, log: (line: string) => void): Promise<void> {
  const started = performance.now();
  const last: string[] = [];
  let packages = 0;
  const tick = setInterval(
    () => log(`${program}: ${packages} packages compiled after ${seconds(started)} s …`),
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
    if (code !== 0) throw new KubernetesUnavailableError(program, `go build failed:\n${last.join('\n')}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new KubernetesUnavailableError(
      program,
      'there is no Go to build it with; install Go 1.26 or newer, or let KUBEBUILDER_ASSETS name a folder that has it',
      error,
    );
  } finally {
    clearInterval(tick);
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
