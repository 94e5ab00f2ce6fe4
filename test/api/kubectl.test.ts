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
      { status: { ipv4: usage, ipv6: { used: '7' }, conditions: [condition] } },
      { part: '/status' },
    );
    await patch('IP', 'db-0', { status: { ipv4: '10.1.0.10', node: 'n1' } }, { part: '/status' });
  });

  after(async () => {
    await Promise.all([
      ...['web', 'db'].map((name) => remove('Subnet', name)),
      ...['db-0', 'spare'].map((name) => remove('IP', name)),
      ...[remove('Vpc', 'team-a'), remove('NodeNetwork', 'n1'), remove('NetworkConfig', 'default')],
    ]);
  });

  const get = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await api.kubectl(['get', ...args])).trimEnd().split('\n');
  const names = async (...args: readonly string[]): Promise<readonly string[]> => {
    const text = (await api.kubectl(['get', ...args, '-o', 'name'])).trim();
    return text === '' ? [] : text.split('\n');
  };

  it('knows every kind by its short name and lists all by the category', async () => {
    for (const { plural, shortNames } of Object.values(kinds)) {
      for (const name of shortNames) {
        const [first] = await names(name);
        assert.ok(first?.includes(`.subnetes.io/`) && first.startsWith(plural.slice(0, -1)), `${name}: ${first}`);
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
      'READY',
      'REASON',
      'AGE',
    ]);
    assert.match(row ?? '', /^web +team-a +\["10\.1\.0\.0\/24","fd01::\/64"\] +12 +241 +7 +True +Exhausted +\d+s$/);
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

  it('finds objects by selectable fields', async () => {
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
