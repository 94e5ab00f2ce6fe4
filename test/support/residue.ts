// What the product may leave nowhere once pods or resources are gone: logical ports, OVS ports, veth pairs, IP objects, finalizers.
import assert from 'node:assert/strict';
import { northbound } from '../../src/northbound/managed.ts';
import type { Cluster } from './cluster.ts';
import { interfacesOf } from './cluster.ts';
import { eventually } from './traffic.ts';

/** What exists of pods, everywhere where an operator puts something; sorted names. */
export interface PodTraces {
  /** IP objects as `namespace/name`. */
  readonly ips: readonly string[];
  /** Logical switch ports of pods: `namespace.name`. */
  readonly logicalPorts: readonly string[];
  /** Per node `node:port` for each port of br-int that carries a pod. */
  readonly switchPorts: readonly string[];
  /** Per node `node:interface` for each node's end of a pod's veth pair. */
  readonly links: readonly string[];
}

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Looks everywhere at once. */
export async function podTraces(cluster: Cluster): Promise<PodTraces> {
  const { bed } = cluster;
  const perNode = async (look: (node: string) => Promise<readonly string[]>): Promise<readonly string[]> =>
    (
      await Promise.all(
        bed.nodes
          .filter((node) => node.isOn)
          .map(async (node) => (await look(node.name)).map((found) => `${node.name}:${found}`)),
      )
    ).flat();
  const [ips, logical, switchPorts, links] = await Promise.all([
    bed.kubectl(
      'get',
      'ips.subnetes.io',
      '-A',
      '-o',
      'jsonpath={range .items[*]}{.metadata.namespace}/{.metadata.name}{"\\n"}{end}',
    ),
    bed.nbctl('--bare', '--no-headings', '--columns=name', 'list', 'Logical_Switch_Port'),
    perNode(async (node) => lines(await bed.node(node).vsctl('list-ports', 'br-int')).filter(isPodLink)),
    perNode(async (node) => (await interfacesOf(bed.node(node).netns)).filter(isPodLink)),
  ]);
  return {
    ips: [...lines(ips)].sort(),
    // Ports of infrastructure have a slash in their names, which no Kubernetes name has.
    logicalPorts: lines(logical)
      .filter((name) => !name.includes('/'))
      .sort(),
    switchPorts: [...switchPorts].sort(),
    links: [...links].sort(),
  };
}

// h and 13 hexadecimal digits: how the agent names its ends of the veth pairs.
const isPodLink = (name: string): boolean => /^h[0-9a-f]{13}$/.test(name);

/** Waits until nothing is left of any pod; the error says what is. */
export async function assertNoPodTraces(cluster: Cluster, seconds = 60): Promise<void> {
  const nothing: PodTraces = { ips: [], logicalPorts: [], switchPorts: [], links: [] };
  let last: PodTraces | undefined;
  await eventually('no trace of pods', seconds, async () => {
    last = await podTraces(cluster);
    return Object.values(last).every((list: readonly string[]) => list.length === 0);
  }).catch(() => {});
  assert.deepEqual(last, nothing, 'what is left of pods');
}

/** Every row of the northbound tables that the product writes, by its name where it has one. */
export async function northboundRows(cluster: Cluster): Promise<readonly string[]> {
  // NB_Global's one row is OVN's.
  const written = Object.entries(northbound.tables).filter(([, { ours }]) => ours.length > 0);
  const found = await Promise.all(
    written.map(async ([table, { ours }]) => {
      const column = ours.includes('name') && table !== 'ACL' ? 'name' : '_uuid';
      const text = await cluster.bed.nbctl('--bare', '--no-headings', `--columns=${column}`, 'list', table);
      return lines(text).map((name) => `${table} ${name}`);
    }),
  );
  return found.flat().sort();
}
