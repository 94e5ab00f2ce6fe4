// Everything that grows with pods, by kind, wherever it lies: for comparing before and after. More than what the product itself writes:
// also what OVN, Open vSwitch and the container runtime derive from it.
import { basename, dirname } from 'node:path';
import type { Cluster } from './cluster.ts';
import { nodeSnapshot } from './node-snapshot.ts';
import { northboundSnapshot } from './northbound-snapshot.ts';

/** Things by kind, each as a line of text; sorted. Kinds of a node begin with its name. */
export type Inventory = ReadonlyMap<string, readonly string[]>;

/** What differs between two inventories. */
export interface InventoryDifference {
  readonly kind: string;
  /** What was there before and is not any more. */
  readonly lost: readonly string[];
  /** What was not there before. */
  readonly left: readonly string[];
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Tables of OVN_Southbound whose rows come and go with logical ports, with the columns that are compared. */
const southbound: Readonly<Record<string, string>> = {
  Port_Binding: 'logical_port,type',
  Datapath_Binding: 'external_ids',
  Address_Set: 'name,addresses',
  Port_Group: 'name,ports',
  Load_Balancer: 'name,vips',
  Multicast_Group: 'name,ports',
  MAC_Binding: 'logical_port,ip',
  FDB: 'mac,dp_key,port_key',
  DNS: 'records',
  Meter: 'name',
  HA_Chassis_Group: 'name',
  Encap: 'chassis_name,ip',
};

/** Looks at everything at once. */
export async function inventory(cluster: Cluster): Promise<Inventory> {
  const { bed } = cluster;
  const parts = await Promise.all([
    objects(cluster),
    northboundSnapshot(cluster).then((rows) => byFirstWord('northbound', rows)),
    ...Object.entries(southbound).map(async ([table, columns]) => {
      const text = await bed.sbctl('--format=csv', '--no-headings', `--columns=${columns}`, 'list', table);
      return [[`southbound ${table}`, lines(text)] as const];
    }),
    count(
      'southbound Logical_Flow',
      bed.sbctl('--format=csv', '--no-headings', '--columns=_uuid', 'list', 'Logical_Flow'),
    ),
    ...bed.nodes.map(({ name }) => nodeInventory(cluster, name)),
  ]);
  return new Map(parts.flat().map(([kind, things]) => [kind, [...things].sort()]));
}

type Kinds = readonly (readonly [kind: string, things: readonly string[]])[];

async function objects(cluster: Cluster): Promise<Kinds> {
  const path = 'jsonpath={range .items[*]}{.metadata.namespace}/{.metadata.name}{"\\n"}{end}';
  return [['IP objects', lines(await cluster.kubectl('get', 'ips.subnetes.io', '-A', '-o', path))]];
}

async function count(kind: string, text: Promise<string>): Promise<Kinds> {
  return [[kind, [String(lines(await text).length)]]];
}

function byFirstWord(place: string, all: readonly string[]): Kinds {
  const kinds = new Map<string, string[]>();
  for (const line of all) {
    const word = line.split(' ')[0] ?? '';
    const list = kinds.get(word) ?? [];
    list.push(line.slice(word.length + 1));
    kinds.set(word, list);
  }
  return [...kinds].map(([word, list]) => [`${place} ${word}`, list]);
}

async function nodeInventory(cluster: Cluster, name: string): Promise<Kinds> {
  const node = cluster.bed.node(name);
  const vsctl = async (...args: readonly string[]): Promise<readonly string[]> => lines(await node.vsctl(...args));
  const ofctl = async (command: string): Promise<string> =>
    (await node.exec('ovs-ofctl', ['-O', 'OpenFlow15', command, 'br-int'])).stdout;
  // Folders that nobody needed yet are not there. Namespaces are files, too.
  const files = async (folder: string): Promise<readonly string[]> => {
    const find = ['-maxdepth', '1', '-name', basename(folder), '-exec', 'find', '{}', '-type', 'f', ';'];
    const found = await node.machine?.exec('find', [dirname(folder), ...find]);
    return lines(found?.stdout ?? '');
  };
  const [snapshot, ifaceIds, zones, zoneNames, flows, groups, meters, namespaces, results, state] = await Promise.all([
    nodeSnapshot(cluster, name),
    vsctl('--bare', '--columns=external_ids', 'find', 'Interface', 'external_ids:iface-id!=""'),
    node.appctl('ovn-controller', 'ct-zone-list'),
    vsctl('--format=json', 'get', 'Bridge', 'br-int', 'external_ids'),
    ofctl('dump-aggregate'),
    ofctl('dump-groups'),
    ofctl('dump-meters'),
    files('/run/netns'),
    files('/var/lib/cni'),
    files(`${node.directory}/agent`),
  ]);
  const own: Kinds = [
    ['iface-ids', ifaceIds.map((ids) => /iface-id="?([^ "]+)/.exec(ids)?.[1] ?? ids)],
    ['conntrack zones of ovn-controller', lines(zones).map((line) => line.replace(/\s+\d+$/, ''))],
    ['conntrack zones of br-int', [...zoneNames.join(' ').matchAll(/(ct-zone-[^=]+)=/g)].map(([, key]) => key ?? '')],
    ['OpenFlow flows', [/flow_count=(\d+)/.exec(flows)?.[1] ?? flows]],
    ['OpenFlow groups', [String(lines(groups).length)]],
    ['OpenFlow meters', [String(lines(meters).length)]],
    ['network namespaces', namespaces],
    ['remembered results of CNI', results],
    ["files of the agent's", state],
  ];
  return [...byFirstWord(name, snapshot), ...own.map(([kind, things]) => [`${name} ${kind}`, things] as const)];
}

/** What is different now; empty when nothing is. */
export function difference(before: Inventory, now: Inventory): readonly InventoryDifference[] {
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((kind) => {
    const [was, is] = [before.get(kind) ?? [], now.get(kind) ?? []];
    const lost = without(was, is);
    const left = without(is, was);
    return lost.length + left.length === 0 ? [] : [{ kind, lost, left }];
  });
}

// Elements of one list that the other does not have as often.
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return list.filter((element) => {
    const index = rest.indexOf(element);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
