// Everything is deleted, in any order, with the controller running or not: it ends with no object, no finalizer and no row left.
import assert from 'node:assert/strict';
import { Cluster } from '../support/cluster.ts';
import { forPod, ip, namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertNoPodTraces, northboundRows } from '../support/residue.ts';
import { assertReaches, eventually } from '../support/traffic.ts';

/** Seeds of the orders; SEED=n adds one that failed elsewhere. */
const seeds = [
  ...(process.env.SEED === undefined ? [] : [Number(process.env.SEED)]),
  ...[1, 2].map(() => Math.floor(Math.random() * 1e9)),
];

describe('deleting everything', function () {
  this.timeout(240_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('web', 'db');
  });

  after(() => cluster?.down());

  /** What is made and deleted, as kubectl names it. */
  const things: readonly (readonly string[])[] = [
    ['vpcs.subnetes.io/team'],
    ['vpcs.subnetes.io/other'],
    ['subnets.subnetes.io/web'],
    ['subnets.subnetes.io/db'],
    ['subnets.subnetes.io/other'],
    ['ips.subnetes.io/db-0', '-n', 'db'],
    ['ips.subnetes.io/spare', '-n', 'web'],
    ['pod/web-0', '-n', 'web'],
    ['pod/web-1', '-n', 'web'],
    ['pod/db-0', '-n', 'db'],
    ['networkconfigs.subnetes.io/default'],
    ['vpcs.subnetes.io/default'],
    ['subnets.subnetes.io/default'],
  ];

  async function build(): Promise<void> {
    await cluster.apply(
      {
        ...{ apiVersion: 'subnetes.io/v1alpha1', kind: 'NetworkConfig', metadata: { name: 'default' } },
        spec: { podCidrs: ['10.244.0.0/16'], quarantineSeconds: 0 },
      },
      vpc('team', {
        nodeAttachment: { cidrs: ['100.65.0.0/24'], interface: 'ovn1' },
        staticRoutes: [{ name: 'hole', destination: '198.51.100.0/24', blackhole: true }],
        policyRoutes: [
          {
            name: 'out',
            priority: 10,
            sources: ['10.73.2.0/24'],
            destinations: ['203.0.113.0/24'],
            action: 'Reroute',
            nextHops: ['10.73.1.9'],
          },
        ],
      }),
      vpc('other'),
      subnet('web', 'team', ['10.73.2.0/24', 'fd00:73:2::/64'], {
        ...namespaceNamed('web'),
        dhcp: { mode: 'Enabled' },
      }),
      subnet('db', 'team', ['10.73.1.0/24', 'fd00:73:1::/64'], {
        ...namespaceNamed('db'),
        isolation: { mode: 'Private', allowFrom: [{ subnet: 'web' }] },
      }),
      subnet('other', 'other', ['10.73.2.0/24']),
      ip('db-0', 'db', 'db', { addresses: ['10.73.1.5', 'fd00:73:1::5'], ...forPod('db-0') }),
      ip('spare', 'web', 'web', { addresses: ['10.73.2.200', 'fd00:73:2::200'] }),
    );
    for (const [what = '', ...args] of things.filter(([name]) => !name?.startsWith('pod/'))) {
      // The operator makes the default Subnet, once; later rounds make it themselves.
      await eventually(
        `${what} is there`,
        20,
        async () => (await cluster.kubectl('get', what, ...args, '--ignore-not-found', '-o', 'name')) !== '',
      );
      await cluster.wait(what, 'condition=Ready', 60, ...args);
    }
    await Promise.all([
      cluster.createPod('web-0', { node: 'n1', namespace: 'web' }),
      cluster.createPod('web-1', { node: 'n2', namespace: 'web' }),
      cluster.createPod('db-0', { node: 'n2', namespace: 'db' }),
    ]);
    const [web, other, db] = await Promise.all([
      cluster.pod('web-0', 'web'),
      cluster.pod('web-1', 'web'),
      cluster.pod('db-0', 'db'),
    ]);
    for (const target of [other, db]) for (const address of target.addresses) await assertReaches(web.from, address);
  }

  async function assertNothingLeft(): Promise<void> {
    await assertNoPodTraces(cluster);
    const kinds = 'vpcs.subnetes.io,subnets.subnetes.io,ips.subnetes.io,networkconfigs.subnetes.io';
    let left = '';
    await eventually('no object is left', 60, async () => {
      left = await cluster.kubectl('get', kinds, '-A', '-o', 'yaml', '--ignore-not-found');
      return /items: \[\]/.test(left) || left.trim() === '';
    }).catch((error: unknown) => assert.fail(`${String(error)}\n${left.slice(0, 6000)}`));
    let rows: readonly string[] = [];
    await eventually('no row is left', 60, async () => {
      rows = await northboundRows(cluster);
      return rows.length === 0;
    }).catch(() => {});
    assert.deepEqual(rows, []);
    for (const node of cluster.bed.nodes) {
      const ports = await eventually(`ovn0 and ovn1 are gone from ${node.name}`, 30, async () => {
        const list = (await node.vsctl('list-ports', 'br-int'))
          .split('\n')
          .filter((port) => port !== '' && !port.startsWith('ovn-'));
        return list.length === 0 ? 'gone' : undefined;
      });
      assert.equal(ports, 'gone');
    }
  }

  for (const [index, seed] of seeds.entries()) {
    const down = index % 2 === 1;
    it(`in the order of seed ${seed}${down ? ', while the controller is down' : ''} leaves nothing`, async () => {
      await build();
      if (down) await cluster.controller.kill();
      for (const [what = '', ...args] of shuffled(things, seed))
        await cluster.kubectl('delete', what, ...args, '--wait=false');
      if (down) await cluster.restartController();
      await assertNothingLeft();
    });
  }
});

/** Fisher and Yates with a linear congruential generator: the same order for the same seed everywhere. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const result = [...list];
  let state = seed >>> 0;
  for (let index = result.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (index + 1));
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}
