// A Gateway whose node dies, loses its network card, is taken out or is removed: another takes over, and the gap is printed. It is never
// judged, because it depends on the machine; that traffic comes back is.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import type { ExternalHost } from '../support/external.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { Daemon } from '../support/processes.ts';
import { assertReaches, eventually, pingSeries } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const apiVersion = 'subnetes.io/v1alpha1';
const networkConfig = {
  podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'],
  bfd: { minRxMilliseconds: 100, minTxMilliseconds: 100, multiplier: 3 },
};
/** Seconds in which whatever happens must be over: far more than it takes. */
const patience = 60;
const echoPort = 7001;
const whoPort = 7002;

interface GatewayStatus {
  readonly activeNode?: string;
  readonly nodes?: readonly { readonly name: string; readonly state: string; readonly reason?: string }[];
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason: string }[];
}

describe('a Gateway', function () {
  this.timeout(300_000);
  let cluster: Cluster;
  /** The physical router and everything behind it. */
  let host: ExternalHost;
  /** On n3, of the private Vpc `team`. */
  let pod: RunningPod;

  const gateway = (name: string, address: number, spec: Readonly<Record<string, unknown>> = {}): object => ({
    ...{ apiVersion, kind: 'Gateway', metadata: { name } },
    spec: {
      vpc: 'team',
      external: { subnet: 'ext', addresses: [`192.0.2.${address}`, `fd02::${address}`] },
      ...spec,
    },
  });
  const team = (...gateways: readonly string[]): object =>
    subnet('team', 'team', ['10.1.1.0/24', 'fd01:1::/64'], {
      ...namespaceNamed('team'),
      egress: { mode: 'Centralized', gateways },
    });
  const onFirstNodes = { placement: { replicas: 2, preferredNodes: ['n1', 'n2'] } };

  before(async () => {
    cluster = await Cluster.up({ nodes: 3, external: true, networkConfig });
    host = await cluster.bed.external.host({ name: 'ext', vlan: 100, addresses: ['192.0.2.1/24', 'fd02::1/64'] });
    await serveWhoAsks(cluster.bed.manifest, host.netns, whoPort);
    await Daemon.start({
      ...{ name: 'echo', manifest: cluster.bed.manifest, netns: host.netns },
      command: ['socat', '-d', '-d', `TCP6-LISTEN:${echoPort},ipv6only=0,fork,reuseaddr,nodelay`, 'EXEC:cat'],
      ready: { kind: 'line', pattern: /listening on/ },
    });
    await cluster.namespaces('team');
    await cluster.apply(
      { apiVersion, kind: 'ProviderNetwork', metadata: { name: 'phys' }, spec: { uplinks: [{ interface: 'eth1' }] } },
      {
        ...{ apiVersion, kind: 'Subnet', metadata: { name: 'ext' } },
        spec: {
          ...{ type: 'External', physical: { providerNetwork: 'phys', vlan: 100 } },
          ...{ cidrs: ['192.0.2.0/24', 'fd02::/64'], gateways: ['192.0.2.1', 'fd02::1'] },
        },
      },
      vpc('team'),
      gateway('out', 100, onFirstNodes),
      team('out'),
    );
    pod = await cluster.runPod('pod', { node: 'n3', namespace: 'team' });
    await cluster.wait('vgw/out', 'condition=Ready', patience);
    await sessionsUp();
    await isOn('n1');
    for (const address of host.addresses) await assertReaches(pod.from, address, address, patience);
  });

  after(() => cluster?.down());

  /** Until a BFD session is up, which takes a second or two (RFC 5880, 6.8.3), its nodes take each other for dead and traffic stumbles. */
  async function sessionsUp(): Promise<void> {
    for (const name of ['n1', 'n2', 'n3']) {
      const node = cluster.bed.node(name);
      const tunnels = await node.vsctl('--bare', '--columns=name', 'find', 'Interface', 'type=geneve');
      for (const tunnel of tunnels.split('\n').filter(Boolean))
        await node.vsctl('wait-until', 'Interface', tunnel, 'bfd_status:state=up');
    }
  }

  const statusOf = async (name = 'out'): Promise<GatewayStatus> =>
    (JSON.parse(await cluster.kubectl('get', 'vgw', name, '-o', 'json')) as { status?: GatewayStatus }).status ?? {};

  /** Waits until the status says so. */
  const says = async (what: string, holds: (status: GatewayStatus) => boolean | undefined, name = 'out') => {
    let last: GatewayStatus = {};
    await eventually(`Gateway ${name}: ${what}`, patience, async () => {
      last = await statusOf(name);
      return holds(last);
    }).catch((error: unknown) => assert.fail(`${String(error)}\n${JSON.stringify(last, undefined, 1)}`));
    return last;
  };
  const ready = ({ conditions = [] }: GatewayStatus) => conditions.find(({ type }) => type === 'Ready');
  const isOn = (node: string, name = 'out') =>
    says(`node ${node} carries it`, (it) => it.activeNode === node && ready(it)?.status === 'True', name);

  const allowGateways = (node: string, gateway: 'Allowed' | 'Denied') =>
    cluster.kubectl('patch', 'vnode', node, '--type=merge', '-p', JSON.stringify({ spec: { gateway } }));

  const kubeletSays = (node: string, status: 'True' | 'Unknown') =>
    cluster.bed.kube.api.call('PATCH', `/api/v1/nodes/${node}/status`, {
      status: { conditions: [{ type: 'Ready', status, reason: 'Test' }] },
    });

  /** Asks 20 times a second while something happens, in both families, and prints the longest time without an answer. */
  async function during(what: string, seconds: number, happen: () => Promise<unknown>): Promise<void> {
    const [ipv4 = '', ipv6 = ''] = host.addresses;
    const happening = async () => {
      await happen();
    };
    const [four, six] = await Promise.all([
      pingSeries({ from: pod.netns, address: ipv4, seconds, during: happening }),
      pingSeries({ from: pod.netns, address: ipv6, seconds }),
    ]);
    const lost = `${four.lost} and ${six.lost} of ${four.sent} lost`;
    console.log(`      ${what}: longest gap ${four.longestGapMs} ms, IPv6 ${six.longestGapMs} ms (${lost})`);
    for (const address of host.addresses) await assertReaches(pod.from, address, `${address} after: ${what}`, patience);
  }

  it('moves when its node is cut off, and back; connections on which the pod sends live on [every OVN]', async () => {
    const connections = await Promise.all(
      [0.05, 8].map((pause) => Connection.open(pod.netns, host.addresses[0] ?? '', pause)),
    );
    await during('its node is cut off', 10, async () => {
      await cluster.bed.node('n1').setUnderlay('down');
      await isOn('n2');
    });
    for (const connection of connections) await connection.works();
    await during('its node is back', 10, async () => {
      await cluster.bed.node('n1').setUnderlay('up');
      await isOn('n1');
    });
    for (const connection of connections) {
      await connection.works();
      console.log(`      a connection whose pod sends every ${connection.pause} s: ${await connection.close()}`);
    }
  });

  it('moves when the switch of its node dies, which comes back by itself [every OVN]', async () => {
    const node = cluster.bed.node('n1');
    await during('ovs-vswitchd is killed', 8, async () => {
      await node.kill('ovs-vswitchd');
      await isOn('n2');
    });
    // On OVN 26.03 ovn-controller has left flow-restore-wait behind, with which the switch would forward nothing.
    await during('ovs-vswitchd runs again', 10, async () => {
      await node.start('ovs-vswitchd');
      await node.addUnderlayAddresses();
      await isOn('n1');
    });
    // What it has not done yet nobody does while it is dead: the claim of the port comes before the last of its flows. And it is it that
    // answers neighbour solicitations, so IPv6 lives on until the outside asks again: it asks now, and not for 15 s (RFC 4861, section 6.3.2).
    await cluster.bed.nbctl('--wait=hv', '--timeout=60', 'sync');
    await host.from('ip', ['-6', 'neighbour', 'flush', 'dev', 'eth0']);
    await assertReaches(pod.from, 'fd02::1', 'the outside over IPv6', patience);
    await during('ovn-controller is killed', 6, () => node.kill('ovn-controller'));
    await node.start('ovn-controller');
    await isOn('n1');
  });

  it('stays where it is when agents and the controller are killed and start again', async () => {
    const { bed } = cluster;
    const watch = await Daemon.start({
      ...{ name: 'watch-group', manifest: bed.manifest, env: bed.central.env },
      command: [
        'ovsdb-client',
        'monitor',
        bed.northbound.unix,
        'OVN_Northbound',
        'HA_Chassis',
        'chassis_name,priority',
      ],
      ready: { kind: 'line', pattern: /initial/ },
    });
    await during('agent and controller start again', 15, async () => {
      await cluster.restartAgent('n1');
      await cluster.restartController();
      await cluster.wait('vnode/n1');
    });
    // The Lease of the one that was killed has to run out first.
    await eventually('it leads', patience, async () => (await cluster.controller.metric('subnetes_leader')) === 1);
    await watch.kill();
    assert.doesNotMatch(await readFile(watch.logFile, 'utf8'), /insert|delete|old/, 'the group stays as it is');
    await isOn('n1');
  });

  it('moves when the network card of its node loses the link, and says so [every OVN]', async () => {
    const { external } = cluster.bed;
    await during('the link is gone', 8, async () => {
      await external.cut('n1');
      await isOn('n2');
    });
    const { nodes = [] } = await statusOf();
    assert.deepEqual(nodes, [
      { name: 'n2', state: 'Active' },
      { name: 'n3', state: 'Standby' },
      { name: 'n1', state: 'Down', reason: 'ProviderNetwork phys is LinkDown.' },
    ]);
    assert.match(
      await cluster.kubectl('get', 'vprov', 'phys', '-o', 'wide'),
      /3 +2 +False +NodesFailing .*eth1 has no link/,
    );
    for (const node of ['n2', 'n3']) await external.cut(node);
    await says('no node has a link', (it) => ready(it)?.reason === 'UplinkMissing');
    assert.match(await cluster.kubectl('get', 'vgw', 'out', '-o', 'wide'), /LinkDown/);
    for (const node of ['n2', 'n3']) await external.restore(node);
    await isOn('n2');
    await during('the link is back', 8, async () => {
      await external.restore('n1');
      await isOn('n1');
    });
    await cluster.wait('vprov/phys');
  });

  it('leaves a node on which gateways are denied, for maintenance', async () => {
    await during('gateways are denied on its node', 6, async () => {
      await allowGateways('n1', 'Denied');
      await isOn('n2');
    });
    const { nodes = [] } = await statusOf();
    assert.deepEqual(
      nodes.map(({ name, state }) => `${name} ${state}`),
      ['n2 Active', 'n3 Standby', 'n1 Down'],
    );
    await during('gateways are allowed there again', 8, async () => {
      await allowGateways('n1', 'Allowed');
      await isOn('n1');
    });
  });

  /** As which addresses the outside sees new connections of the pod. */
  async function seen(): Promise<string> {
    const addresses = await Promise.all(
      Array.from({ length: 12 }, () => seenAs(pod.from, host.addresses[0] ?? '', whoPort)),
    );
    return [...new Set(addresses)].sort().join(' ');
  }
  const isSeenAs = (...addresses: readonly number[]) =>
    eventually(`the outside sees ${addresses.join(' and ')}`, patience, async () => {
      return (await seen()) === addresses.map((each) => `192.0.2.${each}`).join(' ');
    });

  it('shares the traffic with another of the same priority, and stands in for one of a smaller', async () => {
    const second = { placement: { replicas: 1, preferredNodes: ['n2'], nodeSelector: hostname('n2') } };
    await cluster.apply(gateway('second', 110, second), team('out', 'second'));
    await isOn('n2', 'second');
    await isSeenAs(100, 110);

    // The only node of one is dead; the southbound database still says that it carries it, and its flows are lost until the Node is NotReady.
    await cluster.bed.node('n2').setUnderlay('down');
    await kubeletSays('n2', 'Unknown');
    await says('no node', (it) => ready(it)?.reason === 'NoEligibleNode', 'second');
    await isSeenAs(100);
    await cluster.bed.node('n2').setUnderlay('up');
    await kubeletSays('n2', 'True');
    await isOn('n2', 'second');
    await isSeenAs(100, 110);

    await cluster.apply(gateway('second', 110, { ...second, priority: 10 }));
    await isSeenAs(110);
    await allowGateways('n2', 'Denied');
    await says('no node', (it) => ready(it)?.status === 'False', 'second');
    await isSeenAs(100);
    await allowGateways('n2', 'Allowed');
    await isSeenAs(110);
    await cluster.apply(team('out'));
    await cluster.kubectl('delete', 'vgw', 'second', '--timeout=30s');
    await isSeenAs(100);
  });

  it('leaves a Node that is removed', async () => {
    await isOn('n1');
    await during('its Node is removed', 8, async () => {
      await cluster.kubectl('delete', 'node', 'n1', '--timeout=30s');
      await isOn('n2');
    });
    const { nodes = [] } = await statusOf();
    assert.deepEqual(
      nodes.map(({ name, state }) => `${name} ${state}`),
      ['n2 Active', 'n3 Standby'],
    );
  });
});

const hostname = (name: string) => ({ matchLabels: { 'kubernetes.io/hostname': name } });

/** A TCP connection to a server that echoes: the client sends a byte, waits for it to come back, pauses, and so on. */
class Connection {
  /** Seconds between two bytes. */
  readonly pause: number;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #closed: Promise<unknown>;
  #echoes: readonly number[] = [];
  #error = '';
  #notice: () => void = () => {};

  private constructor(child: ChildProcessByStdio<null, Readable, Readable>, pause: number) {
    this.pause = pause;
    this.#child = child;
    this.#closed = once(child, 'close').then(() => this.#notice());
    child.stdout.on('data', (chunk: Buffer) => {
      const waits = chunk.toString().split('\n').filter(Boolean).map(Number);
      this.#echoes = [...this.#echoes, ...waits];
      this.#notice();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#error += chunk.toString();
    });
  }

  static async open(netns: string, address: string, pause: number): Promise<Connection> {
    const python = ['/usr/bin/python3', '-u', '-c', echoProgram, address, String(echoPort), String(pause)];
    const child = spawn('ip', ['netns', 'exec', netns, ...python], { stdio: ['ignore', 'pipe', 'pipe'] });
    const connection = new Connection(child, pause);
    await connection.works();
    return connection;
  }

  /** Waits for an echo that is still to come. */
  async works(): Promise<void> {
    const before = this.#echoes.length;
    while (this.#echoes.length === before) {
      assert.equal(this.#child.exitCode, null, `the connection ended: ${this.#error}`);
      await new Promise<void>((resolve) => {
        this.#notice = resolve;
      });
    }
  }

  /** @returns how it went */
  async close(): Promise<string> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    return `${this.#echoes.length} echoes, the longest wait was ${Math.round(1000 * Math.max(...this.#echoes))} ms`;
  }
}

// Prints for each byte how many seconds its echo took; ends when the connection does, or no echo comes for a minute.
const echoProgram = `
import socket, sys, time
c = socket.create_connection((sys.argv[1], int(sys.argv[2])), 10)
c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
c.settimeout(60)
while True:
    sent = time.monotonic()
    c.send(b'x')
    if not c.recv(1): sys.exit('closed by the server')
    print(round(time.monotonic() - sent, 3))
    time.sleep(float(sys.argv[3]))
`;
