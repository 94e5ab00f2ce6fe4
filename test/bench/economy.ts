// Item 8, what a topology costs the databases and ovn-northd: 10 nodes, 300 dual-stack Subnets, 10,000 ports; then 1,000 NetworkPolicies over
// 1,000 of the pods. The rows follow a formula whose parts are measured in a small world; the flows and ovn-northd's time stand
// beside those of the same switches and ports without anything else.
import { silentLog } from '../../src/log.ts';
import { type Operation, OvsdbClient } from '../../src/ovsdb/index.ts';
import { ControllerLine } from '../laws/controller-line.ts';
import { type AnyObject, config, madeIp, namespace, node, object, pod, subnet, vpc } from '../laws/objects.ts';
import { NorthboundBed } from '../laws/server.ts';
import { processorSeconds } from '../support/cpu-time.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { Daemon } from '../support/processes.ts';
import type { Finding } from './measurement.ts';
import { hex, portId, portRow } from './ports.ts';
import { type Cost, costOf, size } from './runner.ts';
import { ovsdbVersions } from './versions.ts';

const namespaces = 10;

/** Item 8. */
export async function economy(): Promise<readonly Finding[]> {
  const counts = {
    nodes: size('NODES', 10),
    subnets: size('SUBNETS', 300),
    ports: size('ECONOMY_PORTS', 10_000),
    policies: size('POLICIES', 1000),
  };
  const versions = await ovsdbVersions();
  const sizes = {
    NODES: counts.nodes,
    SUBNETS: counts.subnets,
    ECONOMY_PORTS: counts.ports,
    POLICIES: counts.policies,
  };
  const common = { item: 'economy', versions, sizes } as const;
  const bed = await NorthboundBed.create();
  const central = await OvsdbBed.create();
  const life = new ControllerLine({ endpoint: bed.endpoint });
  try {
    await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
    const rows = async () => (await bed.dump()).size;
    const put = async (...objects: readonly AnyObject[]) => {
      const before = await rows();
      life.put(...objects);
      await life.settled();
      return (await rows()) - before;
    };
    life.put(config(), ...upTo(namespaces, (index) => namespace(`t${index}`)));
    await life.start();
    // Two of each stay; what the third adds is the price of one.
    await put(vpc('a', { nodeAttachment: {} }), ...[0, 1].flatMap(nodeNumber), ...[0, 1].map(subnetNumber));
    await put(...[0, 1].flatMap((index) => podNumber(index, 2)));
    const two = await rows();
    const price = {
      node: await put(...nodeNumber(2)),
      subnet: await put(subnetNumber(2)),
      pod: await put(...podNumber(2, 3)),
    };
    await put(
      ...upTo(counts.nodes, nodeNumber).slice(3).flat(),
      ...upTo(counts.subnets, subnetNumber).slice(3),
      ...upTo(counts.ports, (index) => podNumber(index, counts.subnets))
        .slice(3)
        .flat(),
    );
    const all = await rows();
    const formula =
      two + (counts.nodes - 2) * price.node + (counts.subnets - 2) * price.subnet + (counts.ports - 2) * price.pod;
    const northd = await Northd.start(central, bed.endpoint);
    const whole = await northd.synced();
    const flows = await northd.flows();
    const onePod = await northd.each(
      20,
      async (index) => void (await put(...podNumber(counts.ports + index, counts.subnets))),
    );
    const policyRows = await policies(put, counts.policies);
    const withPolicies = await northd.synced();
    const policyFlows = (await northd.flows()) - flows;
    await northd.stop();
    const bare = await bareTopology(counts.subnets, counts.ports);
    const { cpu, wall } = whole;
    return [
      {
        ...{ ...common, what: 'rows in the northbound database', value: all, unit: 'rows' },
        ceiling: { what: 'the formula', value: formula },
        goal: { of: 'ratio', atMost: 1 },
        note: `${all === formula ? 'Exactly: ' : 'Not exactly: '}${two} for two of each, then ${price.node} for a node, ${price.subnet} for a Subnet, ${price.pod} for a pod; nothing for Subnet × node.`,
      },
      {
        ...{ ...common, what: 'logical flows in the southbound database', value: flows, unit: 'flows' },
        ceiling: { what: 'the same switches, router and ports alone', value: bare.flows },
      },
      {
        ...{ ...common, what: "ovn-northd's CPU time from nothing to all flows", value: cpu, unit: 's' },
        ceiling: { what: 'the same switches, router and ports alone', value: bare.cost.cpu },
        note: `${wall.toFixed(1)} s until the southbound database has them, beside ${bare.cost.wall.toFixed(1)} s.`,
      },
      {
        ...{ ...common, what: "ovn-northd's CPU time for one more pod", value: onePod.cpu * 1000, unit: 'ms' },
        ceiling: { what: 'the same switches, router and ports alone', value: bare.onePort.cpu * 1000 },
        note: `${(onePod.wall * 1000).toFixed(0)} ms until it is in the southbound database, the harness's own look at all rows included.`,
      },
      {
        ...{
          ...common,
          what: `rows for ${counts.policies} NetworkPolicies over 1,000 pods`,
          value: policyRows.all,
          unit: 'rows',
        },
        ceiling: {
          what: `${policyRows.one} rows for one, times ${counts.policies}, and the first of each namespace`,
          value: policyRows.formula,
        },
        goal: { of: 'ratio', atMost: 1 },
        note: `${policyFlows} logical flows more; ovn-northd's CPU time for all at once ${withPolicies.cpu.toFixed(1)} s.`,
      },
    ];
  } finally {
    await life.stop();
    await Promise.all([bed.remove(), central.remove()]);
  }
}

/** Policies of ten pods each: the first two of each namespace say what the first and what any other costs. */
async function policies(put: (...objects: readonly AnyObject[]) => Promise<number>, count: number) {
  const made = upTo(count, (index) => {
    const ingress = [
      {
        from: [{ podSelector: { matchLabels: { set: `s${(index + 1) % 10}` } } }],
        ports: [{ protocol: 'TCP', port: 80 }],
      },
    ];
    const spec = {
      podSelector: { matchLabels: { set: `s${Math.floor(index / namespaces) % 10}` } },
      policyTypes: ['Ingress'],
      ingress,
    };
    return object({
      kind: 'NetworkPolicy',
      metadata: { name: `p${index}`, namespace: `t${index % namespaces}` },
      spec,
    });
  });
  const first = await put(...made.slice(0, 100));
  const one = await put(...made.slice(100, 101));
  const rest = await put(...made.slice(101));
  return { one, all: first + one + rest, formula: first + one * (count - 100) };
}

/** Databases and ovn-northd over a northbound database. */
class Northd {
  readonly #daemon: Daemon;
  readonly #bed: OvsdbBed;
  readonly #nb: string;
  readonly #sb: OvsdbClient;
  #used = 0;

  private constructor(bed: OvsdbBed, daemon: Daemon, nb: string, sb: OvsdbClient) {
    this.#bed = bed;
    this.#daemon = daemon;
    this.#nb = nb;
    this.#sb = sb;
  }

  static async start(bed: OvsdbBed, nb: string): Promise<Northd> {
    const server: OvsdbServer = await bed.standalone({ file: bed.root.schema('ovn-sb') });
    const directory = bed.manifest.directory;
    const sb = new OvsdbClient({
      database: 'OVN_Southbound',
      endpoints: [server.endpoint],
      tables: {},
      log: silentLog,
    });
    sb.start();
    await sb.synced(AbortSignal.timeout(20_000));
    await sb.transact([{ op: 'insert', table: 'SB_Global', row: {} }], AbortSignal.timeout(10_000));
    const control = bed.path('northd.ctl');
    const daemon = await Daemon.start({
      name: control.slice(control.lastIndexOf('/') + 1),
      manifest: bed.manifest,
      command: ['ovn-northd', `--ovnnb-db=${nb}`, `--ovnsb-db=${server.endpoint}`, `--unixctl=${control}`],
      env: { ...bed.root.env, OVN_RUNDIR: directory, OVS_RUNDIR: directory, OVN_LOGDIR: directory },
      ready: { kind: 'socket', path: control },
    });
    return new Northd(bed, daemon, nb, sb);
  }

  /** Waits until the southbound database has everything; what that cost since ovn-northd began, or since the last time. */
  async synced(): Promise<Cost> {
    const { wall } = await costOf(() => this.#sync());
    const used = processorSeconds(this.#daemon.program);
    const cpu = used - this.#used;
    this.#used = used;
    return { wall, cpu };
  }

  /** The mean cost of one of several changes. */
  async each(count: number, work: (index: number) => Promise<void>): Promise<Cost> {
    const used = processorSeconds(this.#daemon.program);
    const { wall } = await costOf(async () => {
      for (let index = 0; index < count; index++) {
        await work(index);
        await this.#sync();
      }
    });
    this.#used = processorSeconds(this.#daemon.program);
    return { wall: wall / count, cpu: (this.#used - used) / count };
  }

  async flows(): Promise<number> {
    const select: Operation = { op: 'select', table: 'Logical_Flow', where: [], columns: ['_uuid'] };
    const [found] = await this.#sb.transact([select], AbortSignal.timeout(60_000));
    return (found as { readonly rows: readonly unknown[] }).rows.length;
  }

  async stop(): Promise<void> {
    await this.#sb.stop();
    await this.#daemon.kill();
  }

  async #sync(): Promise<void> {
    await this.#bed.tool('ovn-nbctl', [`--db=${this.#nb}`, '--timeout=120', '--wait=sb', 'sync']);
  }
}

interface Bare {
  readonly cost: Cost;
  readonly onePort: Cost;
  readonly flows: number;
}

/** As many switches with ports at one router, and nothing else: what they cost ovn-northd. */
async function bareTopology(subnets: number, ports: number): Promise<Bare> {
  const bed = await OvsdbBed.create();
  try {
    const nb = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const client = new OvsdbClient({
      database: 'OVN_Northbound',
      endpoints: [nb.endpoint],
      tables: {},
      log: silentLog,
    });
    client.start();
    await client.synced(AbortSignal.timeout(20_000));
    const router = crypto.randomUUID();
    await client.transact([
      { op: 'insert', table: 'NB_Global', row: {} },
      { op: 'insert', table: 'Logical_Router', uuid: router, row: { name: 'r' } },
    ]);
    for (let index = 0; index < subnets; index++) await client.transact(bareSubnet(router, index, subnets, ports));
    const northd = await Northd.start(bed, nb.endpoint);
    const cost = await northd.synced();
    const flows = await northd.flows();
    const onePort = await northd.each(20, async (index) => {
      const uuid = portId('e', ports + index);
      await client.transact([
        { op: 'insert', table: 'Logical_Switch_Port', uuid, row: portRow(ports + index) },
        {
          ...{ op: 'mutate', table: 'Logical_Switch', where: [['name', '==', 's0']] },
          mutations: [['ports', 'insert', new Set([uuid])]],
        },
      ]);
    });
    await northd.stop();
    await client.stop();
    return { cost, onePort, flows };
  } finally {
    await bed.remove();
  }
}

/** A switch with its ports and its port at the router. */
function bareSubnet(router: string, index: number, subnets: number, ports: number): readonly Operation[] {
  const own = Array.from({ length: Math.ceil((ports - index) / subnets) }, (_, each) => each * subnets + index);
  const [routerPort, switchPort] = [crypto.randomUUID(), crypto.randomUUID()];
  const mac = `0a:01:00:00:${hex(index >> 8)}:${hex(index)}`;
  const networks = new Set([`10.${100 + (index >> 8)}.${index & 255}.1/24`, `fd01:0:0:${index.toString(16)}::1/64`]);
  const options = new Map([['router-port', `r${index}`]]);
  const joint = { name: `s${index}`, type: 'router', addresses: new Set(['router']), options };
  const children = new Set([switchPort, ...own.map((each) => portId('e', each))]);
  return [
    { op: 'insert', table: 'Logical_Router_Port', uuid: routerPort, row: { name: `r${index}`, mac, networks } },
    {
      ...{ op: 'mutate', table: 'Logical_Router', where: [['_uuid', '==', router]] },
      mutations: [['ports', 'insert', new Set([routerPort])]],
    },
    { op: 'insert', table: 'Logical_Switch_Port', uuid: switchPort, row: joint },
    ...own.map(
      (each): Operation => ({
        op: 'insert',
        table: 'Logical_Switch_Port',
        uuid: portId('e', each),
        row: portRow(each),
      }),
    ),
    { op: 'insert', table: 'Logical_Switch', row: { name: `s${index}`, ports: children } },
  ];
}

function nodeNumber(index: number): readonly AnyObject[] {
  const addresses = [`100.64.0.${index + 10}`, `fd00:100:64::${(index + 10).toString(16)}`];
  const attachment = { vpc: 'a', interface: 'ovn0', mac: `0a:00:00:00:01:${hex(index + 16)}`, addresses };
  const status = { attachments: [attachment] };
  return [
    node(`n${index}`, `203.0.113.${index + 1}`),
    object({ kind: 'NodeNetwork', metadata: { name: `n${index}` }, status }),
  ];
}

function subnetNumber(index: number): AnyObject {
  return subnet(`s${index}`, 'a', [
    `10.${100 + (index >> 8)}.${index & 255}.0/24`,
    `fd01:0:0:${index.toString(16)}::/64`,
  ]);
}

/** The first thousand pods carry labels that the policies select: a tenth of each namespace's in each set. */
function podNumber(index: number, subnets: number): readonly AnyObject[] {
  const [name, place, on] = [`p${index}`, index % subnets, `n${index % 2}`];
  const host = Math.floor(index / subnets) + 10;
  const made = pod(`t${index % namespaces}`, name, on);
  const labels = index < 1000 ? { set: `s${Math.floor(index / namespaces) % 10}` } : {};
  const addresses = [
    `10.${100 + (place >> 8)}.${place & 255}.${host}`,
    `fd01:0:0:${place.toString(16)}::${host.toString(16)}`,
  ];
  return [
    { ...made, metadata: { ...made.metadata, labels } },
    madeIp(`t${index % namespaces}`, name, `s${place}`, addresses, on),
  ];
}

function upTo<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}
