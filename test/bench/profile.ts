// Where the controller's time goes while pods get their rows: why item 1 is what it is. Not compared with anything.
import { partsOfController, timesOf } from './attribution.ts';
import { benchCluster } from './cluster.ts';
import type { Finding } from './measurement.ts';
import { size } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';

/** Pods before the profile begins, so that it does not show how the engine compiles. */
const warmUp = 500;

/** Item `profile`. */
export async function profile(): Promise<readonly Finding[]> {
  const count = Math.ceil(size('PODS', 5000) / size('ROUNDS', 3));
  const cluster = await benchCluster();
  const controller = await cluster.controller();
  await cluster.servePods(warmUp);
  await controller.quiet();
  const namespace = await cluster.namespace();
  await cluster.createPods(namespace, count);
  const arrived = cluster.rowsOf(namespace, () => true, count, 120);
  const seen = await controller.profileOf(async () => {
    await cluster.serve(namespace);
    await arrived;
  });
  await controller.quiet();
  await cluster.stopController();
  const parts = await partsOfController(timesOf(seen));
  const versions = { ...(await kubernetesVersions()), ...(await ovsdbVersions()) };
  const common = { item: 'profile', unit: 'ms', versions, sizes: { PODS: count } } as const;
  const perPod = (seconds: number): number => (seconds / count) * 1000;
  return parts
    .filter(({ amount }) => perPod(amount) >= 0.01)
    .map(({ part, amount, functions }) => ({
      ...{ ...common, what: `${part}: for one pod`, value: perPod(amount) },
      note: functions.map((each) => `${each.name} ${perPod(each.amount).toFixed(3)}`).join(', '),
    }));
}
