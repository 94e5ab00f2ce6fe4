// A candidate in a process of its own, for the election tests: it can be killed and suspended. Told by arguments: kubeconfig, namespace,
// Lease. For each line at its standard input it tries to write a ConfigMap, through its fence, until it no longer leads, and reports
// each step as a line of JSON.
import { createInterface } from 'node:readline';
import { KubeClient, KubeError, LeaderElection, loadConnection } from '../../src/kube/index.ts';
import { configMap, configMaps } from './objects.ts';

const [kubeconfig = '', namespace = '', name = ''] = process.argv.slice(2);
const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify({ at: Date.now(), ...line })}\n`);
};

let election: LeaderElection | undefined;
const client = new KubeClient(await loadConnection({ kubeconfig }), { fence: () => election?.holds() === true });
election = new LeaderElection({
  client,
  namespace,
  name,
  leaseDurationSeconds: 2,
  renewDeadlineSeconds: 1.2,
  retryPeriodSeconds: 0.3,
});
say({ step: 'candidate', identity: election.identity });
void election.lost.then((reason) => say({ step: 'lost', reason }));
const { transitions } = await election.acquire();
say({ step: 'leader', transitions });
let count = 0;
for await (const _ of createInterface({ input: process.stdin })) {
  // The write after the end of the leadership is tried on purpose: the fence must refuse it.
  const leading = election.holds();
  try {
    await client.create(configMaps, configMap(namespace, `${transitions}-${count++}`));
    say({ step: 'wrote' });
  } catch (error) {
    say({ step: 'refused', reason: error instanceof KubeError ? error.reason : String(error) });
  }
  if (!leading) break;
}
process.exit(0);
