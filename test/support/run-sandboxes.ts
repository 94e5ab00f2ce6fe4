// A program: runs the pods of one node as long as it lives. The demo starts it, so that pods that a person creates by hand later
// run as well; tests use SandboxRunner in their own process. Argument: the path of a JSON file, see SandboxProcessConfig.
import { readFileSync } from 'node:fs';
import { KubeApi, type KubeCredentials } from './kube-api.ts';
import { Manifest } from './manifest.ts';
import { SandboxRunner, type SandboxRunnerOptions } from './sandbox-runner.ts';

/** What the JSON file holds. */
export interface SandboxProcessConfig {
  readonly credentials: KubeCredentials;
  /** State folder of the bed. */
  readonly directory: string;
  readonly runner: Omit<SandboxRunnerOptions, 'api' | 'manifest' | 'beforeDelete' | 'log'>;
}

const path = process.argv[2];
if (path === undefined) throw new Error('usage: run-sandboxes CONFIG.json');
const { credentials, directory, runner } = JSON.parse(readFileSync(path, 'utf8')) as SandboxProcessConfig;
await SandboxRunner.start({
  ...runner,
  api: new KubeApi(credentials),
  manifest: Manifest.open(directory),
  log: (line) => console.log(line),
});
console.log('running sandboxes');
