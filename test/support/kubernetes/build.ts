// The Kubernetes programs that tests run: from KUBEBUILDER_ASSETS when that is set, else built once from the pinned Go module beside
// this file (Kubernetes publishes no server binaries that a package manager could fetch) and kept in the user's cache folder.
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GoBuildError, goProgram } from '../go-build.ts';

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
  /** Upstream's server that answers with packets outside the window, for one of the end-to-end tests. */
  'regression-issue-74839': 'k8s.io/kubernetes/test/images/regression-issue-74839',
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
  'regression-issue-74839': 'a few seconds',
};

/** A program of Kubernetes can't be had on this machine; the message says what to do. */
export class KubernetesUnavailableError extends Error {
  constructor(program: KubernetesProgram, reason: string, cause?: unknown) {
    super(`${program} can't be had on this machine: ${reason}`, { cause });
    this.name = 'KubernetesUnavailableError';
  }
}

const module = fileURLToPath(new URL('.', import.meta.url));

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
  const version = await kubernetesVersion();
  const [major = '', minor = ''] = version.slice(1).split('.');
  // Without these the server calls itself v0.0.0-master, which clients refuse to compare with.
  const stamp = { gitVersion: version, gitMajor: major, gitMinor: minor };
  try {
    return await goProgram(
      {
        ...{
          name: program,
          module,
          cache: 'kubernetes',
          source: packages[program],
          version,
          patience: patience[program],
        },
        ...(program === 'e2e.test' ? { kind: 'tests' } : {}),
        variables: Object.fromEntries(
          Object.entries(stamp).map(([name, value]) => [`k8s.io/component-base/version.${name}`, value]),
        ),
      },
      log,
    );
  } catch (error) {
    if (!(error instanceof GoBuildError)) throw error;
    const other = 'or let KUBEBUILDER_ASSETS name a folder that has it';
    throw new KubernetesUnavailableError(program, `${error.message}; ${other}`, error);
  }
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
