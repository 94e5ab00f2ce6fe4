// The life of Gateways: their addresses, who carries them, and that everything goes in whatever order it is deleted. A real API server and
// real OVN databases; what a node's ovn-controller would claim is written into OVN_Southbound by hand.
import assert from 'node:assert/strict';
import { ControllerBed, object, ownedTables, ownerOf } from './controller-bed.ts';

/** The external network of the tests: 192.0.2.100 to .254 and fd02::/64. */
const external = (name: string, spec: Readonly<Record<string, unknown>> = {}): object =>
  object('Subnet', name, {
    type: 'External',
    physical: { providerNetwork: 'physnet', vlan: 100 },
    cidrs: ['192.0.2.0/24', 'fd02::/64'],
    gateways: ['192.0.2.1', 'fd02::1'],
    excludes: ['192.0.2.2-192.0.2.99'],
    ...spec,
  });

const gateway = (
  name: string,
  addresses: readonly string[] = [],
  spec: Readonly<Record<string, unknown>> = {},
  subnet = 'ext',
): object =>
  object('Gateway', name, { vpc: 'a', external: { subnet, ...(addresses.length > 0 ? { addresses } : {}) }, ...spec });

describe('Gateways', function () {
  this.timeout(120_000);
  let bed: ControllerBed;

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up({ networkConfig: { quarantineSeconds: 0 }, nodes: ['n1', 'n2', 'n3'] });
    for (const node of ['n1', 'n2']) await connect(node);
    await bed.apply(object('ProviderNetwork', 'physnet', { uplinks: [{ interface: 'eth1' }] }), object('Vpc', 'a'));
    await bed.apply(external('ext'));
    await bed.ready('subnets', 'ext');
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  /** What a node's agent says when its card of the ProviderNetwork is in place. */
  async function connect(node: string, state = 'Ready'): Promise<void> {
    await bed.bed.kube.api.call('PATCH', `/apis/subnetes.io/v1alpha1/nodenetworks/${node}/status`, {
      status: { providerNetworks: [{ name: 'physnet', interface: 'eth1', bridge: 'br-physnet', state }] },
    });
  }

  /** What a node's ovn-controller does when its turn has come. */
  async function claim(name: string, node: string | undefined): Promise<void> {
    const port = `cr-gateway/${name}/external`;
    await bed.bed.sbctl('wait-until', 'Port_Binding', port);
    if (node === undefined) await bed.bed.sbctl('clear', 'Port_Binding', port, 'chassis');
    else await bed.bed.sbctl('--', '--id=@c', 'get', 'Chassis', node, '--', 'set', 'Port_Binding', port, 'chassis=@c');
  }

  const patch = (kind: string, name: string, change: unknown): Promise<string> =>
    bed.bed.kubectl('patch', kind, name, '--type=merge', '-p', JSON.stringify(change));

  const addressesOf = (name: string): readonly string[] =>
    (bed.get('gateways', name)?.status?.addresses ?? []) as readonly string[];

  /** IP objects of a Gateway. */
  const ipsOf = (name: string) =>
    bed.list('ips').filter((ip) => JSON.stringify(ip.spec?.target ?? {}).includes(`"Gateway","name":"${name}"`));

  /** Addresses of its router outside, as the database holds them. */
  const networksOf = (name: string): readonly string[] => {
    const row = bed.ownRows('Logical_Router_Port').find((each) => each.name === `gateway/${name}/external`);
    return row ? [...(row.networks as ReadonlySet<string>)].sort() : [];
  };

  const rowsOf = (pattern: RegExp): readonly string[] =>
    ownedTables.flatMap((table) =>
      bed.ownRows(table).flatMap((row) => (pattern.test(ownerOf(row) ?? '') ? [`${table} ${ownerOf(row)}`] : [])),
    );

  async function remove(name: string): Promise<void> {
    await bed.bed.kubectl('delete', 'gateways.subnetes.io', name, '--wait=false');
    await bed.gone('gateways', name);
  }

  it('get an IP object per address, complete in one write, and say who carries them', async () => {
    const from = await bed.auditPosition();
    await bed.apply(gateway('out', ['192.0.2.120', '192.0.2.121'], { placement: { preferredNodes: ['n2'] } }));
    await bed.condition('gateways', 'out', 'Ready', 'False', 'NoActiveNode');
    assert.deepEqual(addressesOf('out'), ['192.0.2.120', 'fd02::2', '192.0.2.121']);
    const writes = (await bed.writes(from)).filter(({ resource, subresource }) => resource === 'ips' && !subresource);
    assert.deepEqual(
      writes.map(({ verb }) => verb),
      ['create', 'create', 'create'],
    );
    for (const ip of ipsOf('out')) {
      assert.equal(ip.metadata.namespace, 'subnetes-system');
      assert.deepEqual(ip.metadata.finalizers, ['subnetes.io/in-use']);
    }
    assert.deepEqual(networksOf('out'), ['192.0.2.120/24', '192.0.2.121/32', 'fd02::2/64']);
    await claim('out', 'n2');
    await bed.condition('gateways', 'out', 'Ready', 'True', 'Active');
    assert.equal(bed.get('gateways', 'out')?.status?.activeNode, 'n2');
    assert.deepEqual(bed.get('gateways', 'out')?.status?.nodes, [
      { name: 'n2', state: 'Active' },
      { name: 'n1', state: 'Standby' },
      { name: 'n3', state: 'Down', reason: 'ProviderNetwork physnet is not on this node.' },
    ]);
    await claim('out', 'n1');
    await bed.until('n1 carries it', () => bed.get('gateways', 'out')?.status?.activeNode === 'n1');
    await claim('out', undefined);
    await bed.condition('gateways', 'out', 'Ready', 'False', 'NoActiveNode');
  });

  it('leave nodes that are denied or lose their network card', async () => {
    await claim('out', 'n2');
    await bed.condition('gateways', 'out', 'Ready', 'True', 'Active');
    await patch('vnode', 'n2', { spec: { gateway: 'Denied' } });
    const { message } = await bed.condition('gateways', 'out', 'Ready', 'True', 'ReducedRedundancy');
    assert.match(message, /1 of 2 nodes.*n2: Its NodeNetwork says gateway: Denied/);
    await connect('n1', 'InterfaceNotFound');
    await bed.condition('gateways', 'out', 'Ready', 'False', 'UplinkMissing');
    assert.equal(bed.ownRows('HA_Chassis').length, 0, 'nobody carries it');
    assert.equal(bed.ownRows('HA_Chassis_Group').length, 1, 'the port outside is never without a group');
    await connect('n1');
    await patch('vnode', 'n2', { spec: { gateway: null } });
    await bed.condition('gateways', 'out', 'Ready', 'True', 'Active');
  });

  it('follow a changed list: the new address in, then the old one free', async () => {
    const before = ipsOf('out').map(({ metadata: { name } }) => name);
    await patch('vgw', 'out', { spec: { external: { addresses: ['192.0.2.121', '192.0.2.130'] } } });
    await bed.until('the database has the new addresses', () => networksOf('out').includes('192.0.2.130/32'));
    assert.deepEqual(networksOf('out'), ['192.0.2.121/24', '192.0.2.130/32', 'fd02::2/64']);
    await bed.until('the old address is free', () =>
      ipsOf('out').every((ip) => !JSON.stringify(ip.spec).includes('.120')),
    );
    assert.equal(ipsOf('out').filter(({ metadata: { name } }) => before.includes(name)).length, 2, 'the others stayed');
    await bed.until('the status shows it', () => addressesOf('out').join() === '192.0.2.121,fd02::2,192.0.2.130');
  });

  it('are told who has an address, and get it when that one goes', async () => {
    await bed.apply(gateway('second', ['192.0.2.121']));
    const { message } = await bed.condition('gateways', 'second', 'Accepted', 'False', 'AddressTaken');
    assert.match(
      message,
      /192\.0\.2\.121 is held by ips\.subnetes\.io subnetes-system\/gateway-out-\w+ \(gateway out\)/,
    );
    assert.equal(ipsOf('second').length, 0);
    await patch('vgw', 'out', { spec: { external: { addresses: ['192.0.2.130'] } } });
    await bed.until('the other has it', () => networksOf('second').includes('192.0.2.121/24'));
    await bed.condition('gateways', 'second', 'Accepted', 'True');
    await remove('second');
  });

  it('of two that appear at once the older gets the address, or the first by name', async () => {
    await bed.apply(gateway('twin-b', ['192.0.2.140']), gateway('twin-a', ['192.0.2.140']));
    await bed.until('one of them has it', () => networksOf('twin-a').length + networksOf('twin-b').length > 0);
    const [winner, loser] = networksOf('twin-a').length > 0 ? ['twin-a', 'twin-b'] : ['twin-b', 'twin-a'];
    await bed.condition('gateways', loser, 'Accepted', 'False', 'AddressTaken');
    assert.deepEqual(networksOf(loser), []);
    await remove(winner);
    await bed.condition('gateways', loser, 'Accepted', 'True');
    await remove(loser);
  });

  it('wait for a free address, and get the first that comes free', async () => {
    await bed.apply(
      object('Subnet', 'small', {
        type: 'External',
        physical: { providerNetwork: 'physnet', vlan: 200 },
        cidrs: ['198.51.100.0/29'],
        gateways: ['198.51.100.1'],
        excludes: ['198.51.100.3-198.51.100.6'],
        allowedNamespaces: { from: 'All' },
      }),
      object('IP', 'default/kept', { subnet: 'small', addresses: ['198.51.100.2'] }),
    );
    await bed.ready('ips', 'default/kept');
    await bed.apply(gateway('late', [], {}, 'small'));
    const { message } = await bed.condition('gateways', 'late', 'Accepted', 'False', 'SubnetExhausted');
    assert.match(message, /no free IPv4 address \(1 of 1 used\)/);
    await bed.bed.kubectl('delete', 'ips.subnetes.io', 'kept');
    await bed.condition('gateways', 'late', 'Accepted', 'True');
    assert.deepEqual(addressesOf('late'), ['198.51.100.2']);
    await remove('late');
    await bed.bed.kubectl('delete', 'subnets.subnetes.io', 'small');
  });

  it('are the only ones whose addresses nobody else can make', async () => {
    const tenant = bed.bed.kube.kubectl(
      ['apply', '-f', '-'],
      JSON.stringify(object('IP', 'default/stolen', { subnet: 'ext', target: { kind: 'Gateway', name: 'out' } })),
    );
    await assert.rejects(tenant, /IPs of Gateways are made by the Subnetes controller only/);
  });

  it('keep what they have when the controller is killed, and nothing is written again', async () => {
    await claim('out', 'n2');
    await bed.condition('gateways', 'out', 'Ready', 'True', 'Active');
    await bed.killController();
    const from = await bed.auditPosition();
    await bed.startController();
    // A new object shows that it leads and has caught up.
    await bed.apply(object('Vpc', 'marker'));
    await bed.ready('vpcs', 'marker');
    const writes = (await bed.writes(from)).filter(({ resource }) => resource === 'gateways' || resource === 'ips');
    assert.deepEqual(writes, []);
    await bed.bed.kubectl('delete', 'vpc', 'marker');
  });

  it('carry BFD timers of the installation, and give them back', async () => {
    const options = (): ReadonlyMap<string, string> => {
      const [root] = bed.northbound.replica.table('NB_Global').rows();
      return root?.options as ReadonlyMap<string, string>;
    };
    assert.deepEqual(
      ['bfd-min-rx', 'bfd-min-tx', 'bfd-mult'].map((key) => options().get(key)),
      ['300', '300', '3'],
    );
    await patch('networkconfig', 'default', { spec: { bfd: { minRxMilliseconds: 100, multiplier: 5 } } });
    await bed.until('they follow', () => options().get('bfd-min-rx') === '100' && options().get('bfd-mult') === '5');
    await bed.bed.nbctl('set', 'NB_Global', '.', 'options:bfd-mult=9');
    await bed.until('they are put back', () => options().get('bfd-mult') === '5');
    assert.ok(options().has('northd_internal_version'), "OVN's own options stay");
  });

  it('wait while Subnets name them, and say which', async () => {
    await bed.apply(
      object('Subnet', 'web', { vpc: 'a', cidrs: ['10.1.0.0/24'], egress: { mode: 'Centralized', gateways: ['out'] } }),
    );
    await bed.until('the Subnet leaves through it', () => rowsOf(/^Subnet\/web$/).some((row) => row.startsWith('NAT')));
    await bed.bed.kubectl('delete', 'gateways.subnetes.io', 'out', '--wait=false');
    const { message } = await bed.condition('gateways', 'out', 'Ready', 'False', 'InUse');
    assert.match(message, /waits for 1 Subnet: web\. Traffic goes on/);
    assert.deepEqual(networksOf('out'), ['192.0.2.130/24', 'fd02::2/64'], 'everything works on');
    await patch('vsub', 'web', { spec: { egress: { mode: 'None', gateways: null } } });
    await bed.gone('gateways', 'out');
    assert.deepEqual(ipsOf('out'), []);
    assert.deepEqual(rowsOf(/^Gateway\//), []);
    await bed.bed.kubectl('delete', 'subnets.subnetes.io', 'web');
  });

  for (const order of [
    [
      'vpc/a',
      'providernetworks.subnetes.io/physnet',
      'subnets.subnetes.io/ext',
      'gateways.subnetes.io/out',
      'subnets.subnetes.io/web',
    ],
    [
      'subnets.subnetes.io/web',
      'gateways.subnetes.io/out',
      'subnets.subnetes.io/ext',
      'providernetworks.subnetes.io/physnet',
      'vpc/a',
    ],
    [
      'gateways.subnetes.io/out',
      'subnets.subnetes.io/ext',
      'vpc/a',
      'subnets.subnetes.io/web',
      'providernetworks.subnetes.io/physnet',
    ],
  ])
    it(`go without a trace, deleted in the order ${order.map((each) => each.split('/')[1]).join(', ')}`, async () => {
      await bed.apply(
        gateway('out', ['192.0.2.120', '192.0.2.121']),
        object('Subnet', 'web', {
          vpc: 'a',
          cidrs: ['10.1.0.0/24', 'fd01::/64'],
          egress: { mode: 'Centralized', gateways: ['out'], snatExceptions: ['10.0.0.0/8', 'fd00::/8'] },
        }),
        object('Vpc', 'a'),
        external('ext'),
        object('ProviderNetwork', 'physnet', { uplinks: [{ interface: 'eth1' }] }),
      );
      await bed.until('the Subnet leaves through it', () =>
        rowsOf(/^Subnet\/web$/).some((row) => row.startsWith('NAT')),
      );
      for (const each of order) await bed.bed.kubectl('delete', each, '--wait=false');
      await bed.gone('gateways', 'out');
      await bed.gone('subnets', 'ext');
      await bed.gone('subnets', 'web');
      await bed.gone('providernetworks', 'physnet');
      await bed.gone('vpcs', 'a');
      await bed.until('nothing is left', () => rowsOf(/^(Gateway\/|Subnet\/(web|ext)|Vpc\/a$)/).length === 0);
      assert.deepEqual(ipsOf('out'), []);
    });
});
