/** The agent's line on a real ovsdb-server: what it writes, what it leaves to others, what it heals, and what survives its death. */
import assert from 'node:assert/strict';
import { hostInterfaceName } from '../../operator/agent/host-interface-name.ts';
import type { NodeNetworkFacts } from '../../src/topology/facts.ts';
import { recallSandbox } from '../../src/vswitch/sandbox.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { eventually } from '../support/traffic.ts';
import { host, NodeLine, sandbox as sandboxOf } from './node-line.ts';

const never = new AbortController().signal;
const sandbox = (number: number) =>
  sandboxOf(number, hostInterfaceName({ containerId: `container-${number}`, ifname: 'eth0' }));

describe("the agent's line on Open_vSwitch", () => {
  let bed: OvsdbBed;
  let server: OvsdbServer;
  let lives: NodeLine[];

  before(async () => {
    bed = await OvsdbBed.create();
  });
  after(async () => {
    await bed.remove();
  });
  beforeEach(async () => {
    lives = [];
    server = await bed.standalone({ file: bed.root.schema('vswitch') });
    await vsctl('init');
  });
  afterEach(async () => {
    await Promise.all(lives.map((life) => life.stop()));
    await server.kill();
  });

  const vsctl = async (...args: readonly string[]): Promise<string> =>
    (await bed.tool('ovs-vsctl', ['--no-wait', '--timeout=10', `--db=${server.endpoint}`, ...args])).trim();
  const agent = async (facts = host): Promise<NodeLine> => {
    const life = new NodeLine(server);
    lives.push(life);
    return life.start(facts);
  };
  const kill = async (life: NodeLine): Promise<void> => {
    lives = lives.filter((each) => each !== life);
    await life.stop();
  };
  const ids = (name: string) => vsctl('--columns=external_ids', '--bare', 'list', 'Interface', name);

  it('makes the node a chassis and leaves the other entries alone', async () => {
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:rundir=/run/ovs', 'external_ids:ovn-monitor-all=true');
    const life = await agent();
    const entries = await vsctl('get', 'Open_vSwitch', '.', 'external_ids');
    for (const entry of [
      'system-id=n1',
      'hostname=n1',
      'ovn-remote="tcp:192.0.2.1:6642"',
      'ovn-bridge-datapath-type=netdev',
      'rundir="/run/ovs"',
      'ovn-monitor-all="true"',
    ])
      assert.ok(entries.includes(entry), `${entry} in ${entries}`);
    assert.doesNotMatch(entries, /encap/, 'what is not known is not written');

    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-remote="tcp:192.0.2.66:6642"');
    await eventually('ovn-remote is put back', 5, async () =>
      (await vsctl('get', 'Open_vSwitch', '.', 'external_ids:ovn-remote')).includes('192.0.2.1:'),
    );
    assert.equal(life.healed.length, 1);
  });

  it('keeps the name of a chassis that has one', async () => {
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:system-id=0b6c9e1a');
    await agent();
    assert.equal(await vsctl('get', 'Open_vSwitch', '.', 'external_ids:system-id'), '"0b6c9e1a"');
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:system-id=other');
    await eventually('the name that others refer to is back', 5, async () =>
      (await vsctl('get', 'Open_vSwitch', '.', 'external_ids:system-id')).includes('0b6c9e1a'),
    );
  });

  it('keeps the settings of an earlier life whose source is not known yet', async () => {
    await vsctl(
      'set',
      'Open_vSwitch',
      '.',
      'external_ids:ovn-encap-ip=192.0.2.11',
      'external_ids:ovn-encap-type=geneve',
    );
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-remote="ssl:192.0.2.9:6642"');
    await agent({ ...host, southbound: undefined });
    const entries = await vsctl('get', 'Open_vSwitch', '.', 'external_ids');
    assert.match(entries, /ovn-encap-ip="192.0.2.11"/);
    assert.match(entries, /ovn-remote="ssl:192.0.2.9:6642"/);
  });

  it('does not cut a node off whose spec.tunnel.address is not one of its addresses', async () => {
    const life = await agent({ ...host, addresses: [...host.addresses, { address: '192.0.2.12', mtu: 1500 }] });
    const tunnelFrom = async (address: string): Promise<string> => {
      life.line.put('NodeNetwork', 'n1', { ...nodeNetwork(), attachments: [], spec: { tunnel: { address } } });
      await life.settled();
      return vsctl('get', 'Open_vSwitch', '.', 'external_ids');
    };
    assert.doesNotMatch(await tunnelFrom('192.0.2.99'), /encap-ip/, 'nothing is in force, and this would not work');
    assert.match(await tunnelFrom('192.0.2.12'), /ovn-encap-ip="192.0.2.12"/);
    assert.match(await tunnelFrom('192.0.2.99'), /ovn-encap-ip="192.0.2.12"/, 'a typing error leaves what works');
    assert.match(await tunnelFrom('192.0.2.11'), /ovn-encap-ip="192.0.2.11"/);
  });

  it('writes a sandbox as one port, and waits with it for br-int', async () => {
    const life = await agent();
    let written = false;
    const put = life.ports.put(sandbox(2), never).then(() => {
      written = true;
    });
    await life.settled();
    assert.equal(written, false, 'there is no bridge to put it into');
    assert.equal(await vsctl('find', 'Interface'), '');
    await vsctl('add-br', 'br-int');
    await put;
    const { hostInterface } = sandbox(2);
    assert.equal(await vsctl('list-ports', 'br-int'), hostInterface);
    assert.equal(await vsctl('get', 'Port', hostInterface, 'other_config:transient'), '"true"');
    const text = await ids(hostInterface);
    for (const entry of ['iface-id=team-a.web-2', 'iface-id-ver=uid-2', 'attached-mac=0a:58:0a:01:00:02'])
      assert.ok(text.includes(entry), `${entry} in ${text}`);
  });

  it("lets OVN write its own entries into an interface's external_ids, and heals ours beside them", async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    const { hostInterface } = sandbox(2);
    const installed = life.ports.installed(sandbox(2), never);
    await vsctl(
      'set',
      'Interface',
      hostInterface,
      'external_ids:ovn-installed=true',
      'external_ids:ovn-installed-ts=1',
    );
    await installed;
    await life.settled();
    assert.equal(life.healed.length, 0, 'nothing of ours was touched');

    await vsctl('set', 'Interface', hostInterface, 'external_ids:iface-id=team-b.victim');
    await vsctl('remove', 'Interface', hostInterface, 'external_ids', 'iface-id-ver');
    await eventually('the port is that of its pod again', 5, async () => {
      const text = await ids(hostInterface);
      return text.includes('iface-id=team-a.web-2') && text.includes('iface-id-ver=uid-2');
    });
    assert.match(await ids(hostInterface), /ovn-installed=true/, "OVN's entries stayed");
  });

  it('removes a sandbox with its rows and nothing else', async () => {
    await vsctl('add-br', 'br-int', '--', 'add-port', 'br-int', 'foreign');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    await life.ports.put(sandbox(3), never);
    await life.ports.remove(sandbox(2));
    assert.deepEqual(
      (await vsctl('list-ports', 'br-int')).split('\n').sort(),
      ['foreign', sandbox(3).hostInterface].sort(),
    );
    assert.equal(await vsctl('--if-exists', 'get', 'Interface', sandbox(2).hostInterface, 'name'), '');
    await life.ports.remove(sandbox(2)); // what is gone can be removed again
  });

  it('puts back a port that somebody deleted', async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    const { hostInterface } = sandbox(2);
    await vsctl('del-port', hostInterface);
    await eventually('the port is back', 5, async () => (await vsctl('list-ports', 'br-int')) === hostInterface);
    assert.match(await ids(hostInterface), /iface-id=team-a.web-2/);
  });

  it('puts its ports into a bridge that was made anew', async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    await vsctl('del-br', 'br-int');
    await vsctl('add-br', 'br-int');
    await eventually('the port is there again', 5, async () =>
      (await vsctl('list-ports', 'br-int')).includes(sandbox(2).hostInterface),
    );
  });

  it('finds its sandboxes after a restart, and writes nothing', async () => {
    await vsctl('add-br', 'br-int');
    const first = await agent();
    await first.ports.put(sandbox(2), never);
    await first.ports.put(sandbox(3), never);
    await kill(first);
    const second = await agent();
    const byId = (all: readonly { containerId: string }[]) =>
      [...all].sort((a, b) => (a.containerId < b.containerId ? -1 : 1));
    assert.deepEqual(byId(second.ports.list()), byId([sandbox(2), sandbox(3)]));
    assert.deepEqual(second.committed, []);
    await second.ports.remove(sandbox(2));
    assert.equal(await vsctl('list-ports', 'br-int'), sandbox(3).hostInterface);
  });

  it('keeps what it wrote when the database restarts, and writes what came meanwhile', async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    await life.settled();
    life.committed.length = 0;
    await server.kill();
    const late = life.ports.put(sandbox(3), never);
    await server.start();
    await late;
    await life.settled();
    const owners = new Set(life.committed.map(({ owner }) => owner));
    assert.deepEqual([...owners], ['Sandbox/container-3/eth0']);
  });

  it('refuses to remove a port while the database is away, so that the runtime asks again', async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    await server.kill();
    await eventually('the loss is noticed', 5, async () => !life.database.client.connected);
    await assert.rejects(life.ports.remove(sandbox(2)), /Open vSwitch does not answer on this node/);
    await server.start();
    await life.database.client.synced();
    await life.ports.remove(sandbox(2));
    assert.equal(await vsctl('list-ports', 'br-int'), '');
  });

  it('can not write while another agent of the node holds the lock', async () => {
    await vsctl('add-br', 'br-int');
    const first = await agent();
    await first.ports.put(sandbox(2), never);
    const second = new NodeLine(server);
    lives.push(second);
    second.database.client.start();
    await second.database.client.synced();
    assert.equal(await second.database.client.lock('subnetes_agent'), false);
    second.line.put('Host', 'local', { ...host, node: 'n2' });
    second.run();
    await eventually('the second is refused', 5, async () => second.fenced);
    assert.equal(await vsctl('get', 'Open_vSwitch', '.', 'external_ids:hostname'), 'n1');
    assert.equal(await vsctl('list-ports', 'br-int'), sandbox(2).hostInterface, 'and removed nothing');
  });

  it("makes a node's attachments internal ports, and keeps them while it is not known what they are", async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    life.line.put('Vpc', 'default', {
      meta: meta('default'),
      spec: { nodeAttachment: { interface: 'ovn0', cidrs: ['100.64.0.0/16'] } },
      accepted: true,
      programmed: true,
      joinCidrs: ['100.64.0.0/16'],
    });
    life.line.put('NodeNetwork', 'n1', nodeNetwork());
    await life.settled();
    assert.equal(await vsctl('list-ports', 'br-int'), 'ovn0');
    assert.equal(await vsctl('get', 'Interface', 'ovn0', 'type'), 'internal');
    assert.equal(await vsctl('get', 'Interface', 'ovn0', 'mac'), '"0a:58:64:40:00:02"');
    assert.equal(await vsctl('get', 'Interface', 'ovn0', 'mtu_request'), '1442');
    assert.equal(await vsctl('get', 'Interface', 'ovn0', 'external_ids:iface-id'), '"join/default/node/n1"');
    life.line.put('NodeNetwork', 'n1', { ...nodeNetwork(), attachments: [] });
    await life.settled();
    assert.equal(await vsctl('list-ports', 'br-int'), 'ovn0', 'a NodeNetwork made anew has none at first');
    life.line.remove('Vpc', 'default');
    await life.settled();
    assert.equal(await vsctl('list-ports', 'br-int'), '', 'nothing to be attached to any more');
  });

  it('clears a flow-restore-wait that ovn-controller left behind, once, and none that somebody else set', async () => {
    await vsctl('set', 'Open_vSwitch', '.', 'other_config:flow-restore-wait=true');
    const first = await agent();
    assert.equal(await vsctl('get', 'Open_vSwitch', '.', 'other_config:flow-restore-wait'), '"true"');
    await kill(first);
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-managed-flow-restore-wait=true');
    const second = await agent();
    const cleared = async () => (await vsctl('get', 'Open_vSwitch', '.', 'other_config')) === '{}';
    await eventually('it is cleared', 5, cleared);

    // ovn-controller sets it again while ovs-vswitchd runs: no fight over that.
    await vsctl('set', 'Open_vSwitch', '.', 'other_config:flow-restore-wait=true');
    await second.settled();
    assert.equal(await vsctl('get', 'Open_vSwitch', '.', 'other_config:flow-restore-wait'), '"true"');
    second.database.forwardAtOnce();
    await eventually('it is cleared when ovs-vswitchd died', 5, cleared);

    // After a reboot nothing is forwarded before it is cleared, so the API server may be out of reach: the line does not run.
    await kill(second);
    await vsctl('set', 'Open_vSwitch', '.', 'other_config:flow-restore-wait=true');
    const third = new NodeLine(server);
    lives.push(third);
    await third.database.start(never);
    await eventually('it is cleared without the line', 5, cleared);
  });

  it('recalls a sandbox exactly as it was written', async () => {
    await vsctl('add-br', 'br-int');
    const life = await agent();
    await life.ports.put(sandbox(2), never);
    const row = life.database.interfaceRow(sandbox(2).hostInterface);
    assert.ok(row);
    assert.deepEqual(recallSandbox(row), sandbox(2));
  });

  const meta = (name: string) => ({
    ...{ name, namespace: '', uid: `uid-${name}`, generation: 1, created: '2026-01-01T00:00:00Z' },
    ...{ deleting: false, inUse: false },
  });
  const nodeNetwork = (): NodeNetworkFacts => ({
    meta: meta('n1'),
    spec: {},
    accepted: true,
    programmed: true,
    chassis: 'n1',
    tunnelMtu: 1442,
    providerNetworks: [],
    attachments: [
      {
        vpc: 'default',
        addresses: ['100.64.0.2'],
        gateways: ['100.64.0.1'],
        mac: '0a:58:64:40:00:02',
        interface: 'ovn0',
      },
    ],
  });
});
