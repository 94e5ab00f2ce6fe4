/** The bridge of a ProviderNetwork in a real Open_vSwitch database: what is written, what stays others', and what is remembered. */
import assert from 'node:assert/strict';
import { UplinkRows } from '../../operator/agent/uplink-rows.ts';
import type { UplinkFacts, UplinkMemory } from '../../src/vswitch/facts.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { eventually } from '../support/traffic.ts';
import { NodeLine } from './node-line.ts';

const memory: UplinkMemory = {
  ...{ interface: 'eth1', step: 'moved', mac: '0a:00:00:00:00:01', mtu: 1500, mtuWanted: 9000, offloads: ['tx'] },
  addresses: [{ cidr: '192.0.2.11/24', broadcast: '192.0.2.255' }],
  routes: [{ family: 'ipv4', destination: 'default', gateway: '192.0.2.1', metric: 100 }],
  ...{ neighbours: ['192.0.2.1'], attempt: 'uid/1 5 0a:00:00:00:00:01' },
};
const uplink = (change: Partial<UplinkMemory> = {}): UplinkFacts => ({
  ...{ interface: 'eth1', bridge: 'br-ext', state: undefined, message: undefined },
  memory: { ...memory, ...change },
});

describe('the bridge of a ProviderNetwork in Open_vSwitch', () => {
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
  /** A life of the agent's line that knows these networks. */
  const agent = async (uplinks: Readonly<Record<string, UplinkFacts>>): Promise<NodeLine> => {
    const life = new NodeLine(server);
    lives.push(life);
    for (const [network, facts] of Object.entries(uplinks)) life.line.put('Uplink', network, facts);
    return life.start();
  };
  const mappings = () => vsctl('--if-exists', 'get', 'Open_vSwitch', '.', 'external_ids:ovn-bridge-mappings');

  it('has the card as a port, and OVN is told of it, while the card is moved and as long as it stays', async () => {
    const life = await agent({ ext: uplink({ step: 'preparing' }) });
    assert.equal(await vsctl('list-ports', 'br-ext'), '');
    assert.equal(await mappings(), '');
    for (const step of ['moving', 'moved'] as const) {
      life.line.put('Uplink', 'ext', uplink({ step }));
      await life.settled();
      assert.equal(await vsctl('list-ports', 'br-ext'), 'eth1');
      assert.equal(await mappings(), '"ext:br-ext"');
    }
    assert.equal(await vsctl('get', 'Bridge', 'br-ext', 'datapath_type', 'fail_mode'), 'netdev\nstandalone');
    assert.equal(await vsctl('get', 'Bridge', 'br-ext', 'other_config:hwaddr'), '"0a:00:00:00:00:01"');
    assert.equal(await vsctl('get', 'Interface', 'br-ext', 'type', 'mtu_request'), 'internal\n9000');
    assert.equal(await vsctl('get', 'Interface', 'eth1', 'type', 'mtu_request'), '""\n9000');
    for (const step of ['returning', 'undone'] as const) {
      life.line.put('Uplink', 'ext', uplink({ step }));
      await life.settled();
      assert.equal(await vsctl('list-ports', 'br-ext'), '');
      assert.equal(await mappings(), '');
    }
    life.line.remove('Uplink', 'ext');
    await life.settled();
    assert.equal(await vsctl('list-br'), '');
  });

  it('leaves the mappings of others alone, also those that come later', async () => {
    await vsctl('add-br', 'br-lab');
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-bridge-mappings="lab:br-lab,later:br-later"');
    const life = await agent({ ext: uplink() });
    assert.equal(await mappings(), '"lab:br-lab,later:br-later,ext:br-ext"');
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-bridge-mappings="more:br-more,ext:br-ext"');
    await life.settled();
    assert.equal(await mappings(), '"more:br-more,ext:br-ext"');
    await vsctl('remove', 'Open_vSwitch', '.', 'external_ids', 'ovn-bridge-mappings');
    await eventually('ours is put back', 5, async () => (await mappings()) === '"ext:br-ext"');
    await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-bridge-mappings="lab:br-lab,ext:br-ext"');
    await life.settled();
    life.line.remove('Uplink', 'ext');
    await life.settled();
    assert.equal(await mappings(), '"lab:br-lab"');
    assert.equal(await vsctl('list-br'), 'br-lab');
  });

  it('leaves alone what others map while a transaction of ours is under way', async () => {
    const life = await agent({});
    const { client } = life.database;
    const transact = client.transact.bind(client);
    let written = false;
    client.transact = async (operations, signal) => {
      if (!written && JSON.stringify(operations).includes('br-ext')) {
        written = true;
        const arrived = new Promise<void>((resolve) => client.replica.on('changes', () => resolve()));
        await vsctl('set', 'Open_vSwitch', '.', 'external_ids:ovn-bridge-mappings="lab:br-lab"');
        await arrived;
      }
      return transact(operations, signal);
    };
    life.line.put('Uplink', 'ext', uplink());
    await life.settled();
    assert.ok(written);
    assert.equal(await mappings(), '"lab:br-lab,ext:br-ext"');
  });

  it('is known to the next life of the agent as it was, and that writes nothing', async () => {
    const first = await agent({
      ext: uplink(),
      office: { ...uplink({ interface: 'eth2' }), interface: 'eth2', bridge: 'br-office' },
    });
    const rows = new UplinkRows(first.database.client);
    assert.equal(rows.ownerOf('br-ext'), 'Uplink/ext');
    assert.equal(rows.memoryOf('ext', 'br-ext'), JSON.stringify(memory));
    assert.equal(rows.memoryOf('office', 'br-ext'), undefined, "another network's bridge");
    assert.deepEqual(rows.holderOf('eth2'), { bridge: 'br-office', owner: 'Uplink/office' });
    const recalled = Object.fromEntries(rows.recall().map(({ network, facts }) => [network, facts]));
    assert.deepEqual(recalled.ext, uplink());
    lives = [];
    await first.stop();
    const second = await agent(recalled);
    assert.deepEqual(second.committed, []);
  });

  it('is put back when somebody changes it, and lets others keep their settings of it', async () => {
    const life = await agent({ ext: uplink() });
    await vsctl('set', 'Bridge', 'br-ext', 'other_config:mac-aging-time=60', 'external_ids:note=mine');
    await life.settled();
    assert.equal(life.healed.length, 0);
    await vsctl('set', 'Bridge', 'br-ext', 'other_config:hwaddr="0a:66:66:66:66:66"', 'fail_mode=secure');
    await eventually('it is as it was', 5, async () => {
      return (await vsctl('get', 'Bridge', 'br-ext', 'other_config', 'fail_mode')).endsWith(
        '{hwaddr="0a:00:00:00:00:01", mac-aging-time="60"}\nstandalone',
      );
    });
    assert.match(await vsctl('get', 'Bridge', 'br-ext', 'external_ids'), /note=mine/);
    await vsctl('del-br', 'br-ext');
    await eventually('it is made anew', 5, async () => (await vsctl('list-br')) === 'br-ext');
    assert.equal(await vsctl('list-ports', 'br-ext'), 'eth1');
  });

  it('goes when the ports of others in it are gone', async () => {
    const life = await agent({ ext: uplink() });
    await vsctl('add-port', 'br-ext', 'patch-subnet-ext', '--', 'set', 'Interface', 'patch-subnet-ext', 'type=patch');
    life.line.put('Uplink', 'ext', uplink({ step: 'returning' }));
    await life.settled();
    assert.equal(await vsctl('list-ports', 'br-ext'), 'patch-subnet-ext', 'the card is free already');
    assert.equal(await mappings(), '', 'OVN takes its port away when the mapping is gone');
    life.line.remove('Uplink', 'ext');
    await life.settled();
    assert.equal(await vsctl('list-br'), 'br-ext');
    await vsctl('del-port', 'br-ext', 'patch-subnet-ext');
    await eventually('the bridge is gone', 5, async () => (await vsctl('list-br')) === '');
  });
});
