// What people meet in kubectl: names, columns, explanations, field selectors.
import assert from 'node:assert/strict';
import { kindNames, kinds } from '../../src/api/generated/kinds.ts';
import type { ApiServer } from '../support/api-server.ts';
import { apiServer, create, patch, remove } from './server.ts';

describe('kubectl', function () {
  this.timeout(60_000);
  let api: ApiServer;

  before(async () => {
    api = await apiServer();
    await create('Vpc', 'team-a', {});
    await create('Subnet', 'web', {
      vpc: 'team-a',
      cidrs: ['10.1.0.0/24', 'fd01::/64'],
      isolation: { mode: 'Private' },
    });
    await create('Subnet', 'db', { vpc: 'team-b', cidrs: ['10.1.1.0/24'] });
    await create('IP', 'db-0', { subnet: 'web', target: { kind: 'Pod', name: 'db-0' } });
    await create('IP', 'spare', { subnet: 'db' });
    await create('NodeNetwork', 'n1');
    await create('NetworkConfig', 'default', { mtu: 1500 });
    await create('ProviderNetwork', 'ext', { uplinks: [{ interface: 'eth1' }] });
    await create('LoadBalancerIPPool', 'outside', { ranges: ['203.0.113.1-203.0.113.9'] });
    await create('Gateway', 'edge', { vpc: 'team-a', external: { subnet: 'ext' } });
    await create('QoSPolicy', 'batch', {
      podSelector: {},
      ingress: { rate: '20M' },
      egress: { rate: '10M', dscp: 8 },
    });
    await create('MirrorSession', 'look', { podSelector: {}, sink: { nodeInterface: {} } });
    const usage = { total: '253', used: '12', available: '241', lastAllocated: '10.1.0.13' };
    const condition = {
      type: 'Ready',
      status: 'True',
      reason: 'Exhausted',
      message: 'full',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    };
    await patch(
      'Subnet',
      'web',
      { status: { ipv4: usage, ipv6: { used: '7' }, egress: { mode: 'Distributed' }, conditions: [condition] } },
      { part: '/status' },
    );
    await patch('IP', 'db-0', { status: { ipv4: '10.1.0.10', node: 'n1' } }, { part: '/status' });
    const ready = (reason: string) => [{ ...condition, reason }];
    for (const [kind, name, status] of [
      [
        'Gateway',
        'edge',
        {
          addresses: ['192.0.2.100', 'fd02::100'],
          activeNode: 'n2',
          standby: 1,
          subnets: 3,
          nodes: [{ name: 'n2', state: 'Active' }],
          conditions: ready('Active'),
        },
      ],
      ['ProviderNetwork', 'ext', { nodes: { total: 3, ready: 2 }, conditions: ready('Ready') }],
      ['QoSPolicy', 'batch', { pods: { selected: 4, shadowed: 1 }, conditions: ready('PartlyShadowed') }],
      [
        'MirrorSession',
        'look',
        { sink: 'mirror0 on the nodes', pods: 2, expiresAt: '2026-01-01T01:00:00Z', conditions: ready('Mirroring') },
      ],
      [
        'LoadBalancerIPPool',
        'outside',
        { ipv4: { total: '9', used: '2', available: '7' }, conditions: ready('Ready') },
      ],
    ] as const) {
      const { status: code, body } = await patch(kind, name, { status }, { part: '/status' });
      assert.equal(code, 200, body.message);
    }
  });

  after(async () => {
    await Promise.all([
      ...['web', 'db'].map((name) => remove('Subnet', name)),
      ...['db-0', 'spare'].map((name) => remove('IP', name)),
      ...[remove('Vpc', 'team-a'), remove('NodeNetwork', 'n1'), remove('NetworkConfig', 'default')],
      ...[remove('Gateway', 'edge'), remove('ProviderNetwork', 'ext')],
      remove('LoadBalancerIPPool', 'outside'),
      ...[remove('QoSPolicy', 'batch'), remove('MirrorSession', 'look')],
    ]);
  });

  const get = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await api.kubectl(['get', ...args])).trimEnd().split('\n');
  const names = async (...args: readonly string[]): Promise<readonly string[]> => {
    const text = (await api.kubectl(['get', ...args, '-o', 'name'])).trim();
    return text === '' ? [] : text.split('\n');
  };

  it('knows every kind by its short name and lists all by the category', async () => {
    for (const { kind, shortNames } of Object.values(kinds)) {
      for (const name of shortNames) {
        const [first] = await names(name);
        assert.ok(first?.startsWith(`${kind.toLowerCase()}.subnetes.io/`), `${name}: ${first}`);
      }
    }
    const listed = new Set((await names('subnetes')).map((name) => name.split('.')[0]));
    assert.deepEqual([...listed].sort(), kindNames.map((kind) => kind.toLowerCase()).sort());
  });

  it('does not put our kinds into the category all', async () => {
    assert.deepEqual(
      (await names('all')).filter((name) => name.includes('subnetes')),
      [],
    );
  });

  it('answers the question of the documentation: kubectl get vpc,vsub,vaddr -A', async () => {
    const listed = await names('vpc,vsub,vaddr', '-A');
    assert.equal(listed.length, 5);
  });

  it('prints of a Subnet what its admin asks for', async () => {
    const [header, row] = await get('vsub', 'web');
    assert.deepEqual(header?.split(/ {2,}/), [
      'NAME',
      'VPC',
      'CIDR',
      'V4 USED',
      'V4 FREE',
      'V6 USED',
      'EGRESS',
      'READY',
      'REASON',
      'AGE',
    ]);
    assert.match(
      row ?? '',
      /^web +team-a +\["10\.1\.0\.0\/24","fd01::\/64"\] +12 +241 +7 +Distributed +True +Exhausted +\d+s$/,
    );
    const [wide] = await get('vsub', 'web', '-o', 'wide');
    assert.deepEqual(wide?.split(/ {2,}/).slice(-4), ['ISOLATION', 'NAMESPACES', 'MTU', 'MESSAGE']);
  });

  it('prints of an IP its addresses, whom it is for and where that runs', async () => {
    const [header, row] = await get('vaddr', 'db-0');
    assert.deepEqual(header?.split(/ {2,}/), [
      'NAME',
      'SUBNET',
      'IPV4',
      'IPV6',
      'FOR',
      'TARGET',
      'NODE',
      'READY',
      'REASON',
      'AGE',
    ]);
    assert.match(row ?? '', /^db-0 +web +10\.1\.0\.10 +Pod +db-0 +n1 +Unknown +Pending +\d+s$/);
  });

  it('prints the columns of the other kinds', async () => {
    assert.match((await get('vpc'))[0] ?? '', /^NAME +SUBNETS +NODES +READY +REASON +AGE$/);
    assert.match((await get('vnode'))[0] ?? '', /^NAME +TUNNEL +PORTS +OVS +OVN +READY +REASON +AGE$/);
    assert.match((await get('vconf'))[0] ?? '', /^NAME +ENCAPSULATION +MTU +SCHEMA +READY +REASON +AGE$/);
  });

  it('prints of the ways out, limits and mirrors what people ask for', async () => {
    const expected: Readonly<Record<string, readonly [header: RegExp, row: RegExp, wide: RegExp]>> = {
      vgw: [
        /^NAME +VPC +ADDRESSES +ACTIVE +STANDBY +READY +REASON +AGE$/,
        /^edge +team-a +\["192\.0\.2\.100","fd02::100"\] +n2 +1 +True +Active +\d+s$/,
        /SUBNETS +MESSAGE$/,
      ],
      vprov: [/^NAME +NODES +NODES READY +READY +REASON +AGE$/, /^ext +3 +2 +True +Ready +\d+s$/, /MESSAGE$/],
      vlbp: [
        /^NAME +IPV4 AVAILABLE +IPV6 AVAILABLE +READY +REASON +AGE$/,
        /^outside +7 +True +Ready +\d+s$/,
        /MESSAGE$/,
      ],
      vqos: [
        /^NAME +PRIORITY +INGRESS +EGRESS +DSCP +PODS +READY +REASON +AGE$/,
        /^batch +500 +20M +10M +8 +4 +True +PartlyShadowed +\d+s$/,
        /SHADOWED +MESSAGE$/,
      ],
      vmir: [
        /^NAME +SINK +DIRECTION +PODS +EXPIRES +READY +REASON +AGE$/,
        /^look +mirror0 on the nodes +Both +2 +2026-01-01T01:00:00Z +True +Mirroring +\d+s$/,
        /NODES +MESSAGE$/,
      ],
    };
    for (const [name, [header, row, wide]] of Object.entries(expected)) {
      const lines = await get(name);
      assert.match(lines[0] ?? '', header);
      assert.match(lines[1] ?? '', row);
      assert.match((await get(name, '-o', 'wide'))[0] ?? '', wide);
    }
  });

  it('finds objects by selectable fields', async () => {
    assert.deepEqual(await names('vgw', '--field-selector=spec.vpc=team-a'), ['gateway.subnetes.io/edge']);
    assert.deepEqual(await names('vgw', '--field-selector=spec.vpc=team-b'), []);
    assert.deepEqual(await names('vsub', '--field-selector=spec.type=External'), []);
    assert.deepEqual(await names('vsub', '--field-selector=spec.vpc=team-a'), ['subnet.subnetes.io/web']);
    for (const selector of ['spec.subnet=web', 'spec.target.name=db-0', 'status.node=n1', 'status.ipv4=10.1.0.10']) {
      assert.deepEqual(await names('vaddr', '-A', `--field-selector=${selector}`), ['ip.subnetes.io/db-0'], selector);
    }
    assert.deepEqual(await names('vaddr', '-A', '--field-selector=spec.node=n1'), []);
    assert.deepEqual(await names('vaddr', '-A', '--field-selector=status.ipv6=fd01::10'), []);
  });

  it('explains fields by short name', async () => {
    assert.match(await api.kubectl(['explain', 'vsub.spec.isolation.allowFrom.cidr']), /All addresses of this range/);
    assert.match(await api.kubectl(['explain', 'vaddr.spec.reclaimPolicy']), /Retain keeps this object/);
    assert.match(await api.kubectl(['explain', 'vsub.spec.egress.mode']), /None: nothing leaves/);
    assert.match(await api.kubectl(['explain', 'vgw.spec.placement.replicas']), /the active one included/);
    assert.match(await api.kubectl(['explain', 'vqos.spec.egress.burst']), /half a second of the\s+rate/);
    assert.match(await api.kubectl(['explain', 'vmir.spec.sink.nodeInterface']), /which tcpdump shows/);
    assert.match(await api.kubectl(['explain', 'vprov.spec.uplinks']), /network cards/);
  });

  it('refuses a misspelled field when applying', async () => {
    const manifest = {
      apiVersion: 'subnetes.io/v1alpha1',
      kind: 'Vpc',
      metadata: { name: 'b' },
      spec: { staticRoute: [] },
    };
    await assert.rejects(
      api.kubectl(['create', '-f', '-'], JSON.stringify(manifest)),
      /unknown field "spec\.staticRoute"/,
    );
  });
});
