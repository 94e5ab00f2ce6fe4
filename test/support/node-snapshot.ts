// Everything of the product on a node as text, for comparing before and after: bridges and ports, mirrors, the packet filter, addresses and
// routes of its interfaces, shapers of pods' links. What is random is named after what it is for.
import { chassisKeys } from '../../src/vswitch/managed.ts';
import type { Cluster } from './cluster.ts';

type Table = { readonly headings: readonly string[]; readonly data: readonly (readonly unknown[])[] };

/** What a node has of the product and of what OVN made for it, one line for each thing, sorted. */
export async function nodeSnapshot(cluster: Cluster, name: string): Promise<readonly string[]> {
  const node = cluster.bed.node(name);
  const rows = async (table: string, ...columns: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
    const text = await node.vsctl('--format=json', `--columns=${columns.join(',')}`, 'list', table);
    const { headings, data } = JSON.parse(text) as Table;
    return data.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, plain(row[index])])));
  };
  const output = async (program: string, ...args: readonly string[]): Promise<string> =>
    (await node.exec(program, args)).stdout;
  const [interfaces, ports, bridges, mirrors, [root], links, shapers, filter, routes4, routes6] = await Promise.all([
    rows('Interface', '_uuid', 'name', 'type', 'options', 'mtu_request', 'error', 'external_ids'),
    rows('Port', '_uuid', 'name', 'interfaces'),
    rows('Bridge', 'name', 'ports', 'datapath_type', 'fail_mode'),
    rows('Mirror', 'name', 'select_src_port', 'select_dst_port', 'output_port'),
    rows('Open_vSwitch', 'external_ids'),
    output('ip', '-j', 'address', 'show'),
    output('tc', '-j', 'qdisc', 'show'),
    output('nft', 'list', 'ruleset'),
    output('ip', '-4', 'route', 'show'),
    output('ip', '-6', 'route', 'show'),
  ]);

  const ids = (row: Record<string, unknown>) => (row.external_ids ?? {}) as Readonly<Record<string, string>>;
  const ours = new Map(interfaces.map((row) => [String(row.name), ids(row)['iface-id'] ?? String(row.name)]));
  const called = (device: string): string => ours.get(device) ?? device;
  const portNames = new Map(ports.map(({ _uuid, name: port }) => [String(_uuid), called(String(port))]));
  const portsOf = (value: unknown): readonly string[] =>
    asList(value)
      .map((uuid) => portNames.get(String(uuid)) ?? 'a port that is not there')
      .sort();
  const settings = Object.entries((root?.external_ids ?? {}) as Readonly<Record<string, string>>);
  const addresses = JSON.parse(links) as readonly {
    readonly ifname: string;
    readonly mtu: number;
    readonly addr_info?: readonly { readonly local: string; readonly prefixlen: number; readonly scope: string }[];
  }[];
  const filters = JSON.parse(shapers) as readonly { kind: string; dev: string; options?: unknown }[];
  return [
    ...bridges.map((row) => `bridge ${row.name} ${row.datapath_type} ${row.fail_mode} ${portsOf(row.ports).join(' ')}`),
    ...interfaces.map(
      (row) =>
        `interface ${called(String(row.name))} ${row.type} ${text(row.options)} ${text(row.mtu_request)} ${text(row.error)}`,
    ),
    ...mirrors.map(
      (row) =>
        `mirror ${row.name} ${portsOf(row.select_src_port)} ${portsOf(row.select_dst_port)} to ${portsOf(row.output_port)}`,
    ),
    ...settings
      .filter(([key]) => key === 'ovn-bridge-mappings' || (chassisKeys as readonly string[]).includes(key))
      .map(([key, value]) => `setting ${key} ${value}`),
    ...addresses.flatMap(({ ifname, mtu, addr_info = [] }) => [
      `link ${called(ifname)} mtu ${mtu}`,
      ...addr_info
        .filter(({ scope }) => scope === 'global')
        .map(({ local, prefixlen }) => `address ${called(ifname)} ${local}/${prefixlen}`),
    ]),
    ...filters
      .filter(({ kind }) => kind === 'tbf')
      .map(({ kind, dev, options }) => `qdisc ${called(dev)} ${kind} ${text(options)}`),
    ...filter.split(/^}\n/m).flatMap((table) => {
      const [head = '', ...lines] = table.split('\n').filter(Boolean);
      return lines.map((line, index) => `nft ${head} ${String(index).padStart(3, '0')} ${line.trim()}`);
    }),
    ...`${routes4}\n${routes6}`
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('fe80::'))
      .map((line) => `route ${line.replace(/ linkdown/, '').trim()}`),
  ].sort();
}

/** OVSDB's JSON (RFC 7047) as plain values. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [kind, content] = value as readonly unknown[];
  if (kind === 'uuid') return content;
  if (kind === 'set') return (content as readonly unknown[]).map(plain);
  if (kind === 'map') return Object.fromEntries([...(content as readonly (readonly [string, unknown])[])].sort());
  return value;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const text = (value: unknown): string => JSON.stringify(value ?? null);
