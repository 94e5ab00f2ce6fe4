/** What a change costs is counted, not timed: rows, operations and computations, whatever exists already. */
import assert from 'node:assert/strict';
import type { Operation } from '../../src/ovsdb/index.ts';
import { ControllerLine } from './controller-line.ts';
import {
  type AnyObject,
  config,
  madeIp,
  namespace,
  node,
  object,
  pod,
  podEndpoint,
  service,
  slice,
  subnet,
  vpc,
} from './objects.ts';
import { NorthboundBed } from './server.ts';

const PORTS = 10_000;
const pods = Array.from({ length: PORTS + 1 }, (_, index) => `p${index}`);
const addressOf = (index: number) => `10.1.${Math.floor(index / 200) + 1}.${(index % 200) + 10}`;

describe('the cost of one more', function () {
  this.timeout(120_000);
  let bed: NorthboundBed;
  let life: ControllerLine;
  let computed: number;
  const world = (count: number) => [
    config({ serviceCidrs: ['10.96.0.0/16'] }),
    vpc('a', { nodeAttachment: {} }),
    subnet('s1', 'a', ['10.1.0.0/16'], {
      namespaceSelector: {},
      isolation: { mode: 'Private' },
      dhcp: { mode: 'Enabled' },
    }),
    namespace('t'),
    node('n1', '192.0.2.11'),
    ...pods.slice(0, count).flatMap((name, index) => [pod('t', name), madeIp('t', name, 's1', [addressOf(index)])]),
  ];
  const oneMore = () => {
    life.sent.length = 0;
    computed = life.store.graph.computations;
    const name = pods.at(-1)!;
    return { pod: pod('t', name), ip: madeIp('t', name, 's1', [addressOf(PORTS)]) };
  };
  const rows = (operations: readonly Operation[]) => operations.filter(({ op }) => op === 'insert').length;
  const start = async (count: number): Promise<void> => {
    await bed.wipe();
    life = new ControllerLine({ endpoint: bed.endpoint });
    life.put(...world(count));
    await life.start();
    assert.equal((await bed.rows('Logical_Switch_Port')).length, count + 2, 'with the two router ports');
  };

  beforeEach(async () => {
    bed = await NorthboundBed.create();
  });
  afterEach(async () => {
    await life.stop();
    await bed.remove();
  });

  it(`is the same beside ${PORTS.toLocaleString('en')} ports as beside ten`, async () => {
    const costs: Record<string, number[]> = {};
    for (const count of [10, PORTS]) {
      await start(count);
      const note = (name: string) => {
        costs[name] = [
          ...(costs[name] ?? []),
          life.sent.length,
          rows(life.sent),
          life.store.graph.computations - computed,
        ];
      };
      const { pod: newPod, ip } = oneMore();
      life.put(newPod, ip);
      await life.settled();
      note('add');
      assert.ok(rows(life.sent) <= 5, `${rows(life.sent)} rows`);
      assert.ok(life.sent.length <= 12, `${life.sent.length} operations`);
      assert.equal(life.store.world.get('Programming', `IP/t/${ip.metadata.name}`)?.state, 'programmed');
      oneMore();
      life.put({ ...newPod, status: { phase: 'Succeeded' } });
      await life.settled();
      note('end');
      oneMore();
      life.remove(ip);
      life.remove(newPod);
      await life.settled();
      note('remove');
      if (count !== PORTS) await life.stop();
    }
    for (const [name, numbers] of Object.entries(costs)) {
      const half = numbers.length / 2;
      assert.deepEqual(numbers.slice(half), numbers.slice(0, half), `${name}: operations, rows, computations`);
    }
    assert.ok(costs.add![2]! <= 30, `${costs.add![2]} computations for one more`);
  });

  it('of an endpoint is one row, whatever the other Services and their endpoints', async () => {
    const http = [{ name: 'http', protocol: 'TCP', port: 80 }];
    const sliceOf = (name: string, indexes: readonly number[]) =>
      slice('t', `${name}-1`, name, {
        ports: http,
        endpoints: indexes.map((index) => podEndpoint('t', pods[index]!, addressOf(index))),
      });
    const costs: (readonly [operations: number, computations: number])[] = [];
    for (const count of [3, 1000]) {
      await start(count);
      const names = Array.from({ length: count }, (_, index) => `v${index}`);
      life.put(
        ...names.flatMap((name, index) => [
          service('t', name, { clusterIPs: [`10.96.${Math.floor(index / 200)}.${(index % 200) + 10}`], ports: http }),
          sliceOf(name, [index]),
        ]),
      );
      await life.settled();
      assert.equal((await bed.rows('Load_Balancer')).length, count);
      oneMore();
      life.put(sliceOf('v1', [1, 2]));
      await life.settled();
      assert.deepEqual(
        life.sent.map((each) => `${each.op} ${'table' in each ? each.table : ''}`),
        ['update Load_Balancer'],
      );
      costs.push([life.sent.length, life.store.graph.computations - computed]);
      oneMore();
      life.put({ ...pod('t', pods[1]!), status: { phase: 'Failed' } });
      await life.settled();
      assert.ok(
        !life.sent.some((each) => 'table' in each && each.table.startsWith('Load_Balancer')),
        'a pod alone changes no Service',
      );
      if (count === 3) await life.stop();
    }
    assert.deepEqual(costs[1], costs[0]);
    assert.ok(costs[0]![1] <= 6, `${costs[0]![1]} computations`);
  });

  const networkPolicy = (name: string, podSelector: object, spec: object = {}): AnyObject =>
    object({
      kind: 'NetworkPolicy',
      metadata: { namespace: 't', name },
      spec: { podSelector, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }], ...spec },
    });

  it('of a label that moves a pod from ten policies to ten others is one element in each, whatever the other pods', async () => {
    const costs: (readonly number[])[] = [];
    for (const count of [10, 1000]) {
      await start(count);
      const labelled = (app: string, ...indexes: readonly number[]) =>
        indexes.map((index) => {
          const plain = pod('t', pods[index]!);
          return { ...plain, metadata: { ...plain.metadata, labels: { app } } };
        });
      // Half of the pods are in the sets that the pod leaves and half in those that it enters.
      const half = Math.floor(count / 2);
      const indexes = pods.slice(0, count).map((_, index) => index);
      life.put(...labelled('one', ...indexes.slice(0, half)), ...labelled('two', ...indexes.slice(half)));
      for (const app of ['one', 'two'])
        for (let index = 0; index < 10; index++)
          // Each selects a set of its own.
          life.put(
            networkPolicy(`${app}-${index}`, {
              matchLabels: { app },
              matchExpressions: [{ key: `no-${index}`, operator: 'DoesNotExist' }],
            }),
          );
      await life.settled();
      oneMore();
      life.put(...labelled('two', 0));
      await life.settled();
      assert.deepEqual(
        life.sent.map((each) => `${each.op} ${'table' in each ? each.table : ''}`),
        // The pod's own port says where it is counted in, so that a hold survives a restart.
        ['update Logical_Switch_Port', ...Array.from({ length: 20 }, () => 'mutate Port_Group')],
      );
      const elements = life.sent.flatMap((each) => ('mutations' in each ? each.mutations : []));
      assert.deepEqual(
        elements.map(([, , value]) => (value instanceof Set ? value.size : 0)),
        Array.from({ length: 20 }, () => 1),
      );
      costs.push([life.sent.length, life.store.graph.computations - computed]);
      if (count === 10) await life.stop();
    }
    assert.deepEqual(costs[1], costs[0], 'operations, computations');
  });

  it('of a policy is the same rows, whatever the number of pods that it selects and names', async () => {
    const costs: number[] = [];
    for (const count of [10, 1000]) {
      await start(count);
      oneMore();
      life.put(networkPolicy('all', {}));
      life.put(
        object({
          kind: 'ClusterNetworkPolicy',
          metadata: { name: 'all' },
          spec: {
            ...{ tier: 'Admin', priority: 1, subject: { namespaces: {} } },
            ingress: [{ action: 'Pass', from: [{ namespaces: {} }] }],
          },
        }),
      );
      await life.settled();
      const groups = await bed.rows('Port_Group');
      assert.ok(groups.some(({ ports }) => ports instanceof Set && ports.size === count));
      costs.push(rows(life.sent));
      if (count === 10) await life.stop();
    }
    assert.equal(costs[1], costs[0]);
    assert.ok(costs[0]! <= 20, `${costs[0]} rows`);
  });

  it('of a policy for a few asks nothing of the other pods of its namespace', async () => {
    const costs: number[] = [];
    for (const count of [10, 1000]) {
      await start(count);
      const chosen = pods.slice(0, 3).map((name) => {
        const plain = pod('t', name);
        return { ...plain, metadata: { ...plain.metadata, labels: { app: 'web', rare: 'yes' } } };
      });
      // Others select by another label, and by none.
      life.put(...chosen, networkPolicy('common', { matchLabels: { app: 'web' } }), networkPolicy('all', {}));
      await life.settled();
      oneMore();
      life.put(networkPolicy('few', { matchLabels: { rare: 'yes' } }));
      await life.settled();
      costs.push(life.store.graph.computations - computed);
      if (count === 10) await life.stop();
    }
    assert.equal(costs[1], costs[0], 'computations');
  });

  it('is nothing for a heartbeat, a status and an update that says the same', async () => {
    await start(10);
    const { objects } = life;
    const ip = objects.find(({ kind }) => kind === 'IP')!;
    const somePod = objects.find(({ kind }) => kind === 'Pod')!;
    oneMore();
    life.put({
      ...node('n1', '192.0.2.11'),
      metadata: { ...node('n1', '192.0.2.11').metadata, resourceVersion: '99' },
    });
    life.put({ ...somePod, metadata: { ...somePod.metadata, resourceVersion: '77' } });
    life.put({ ...ip, status: { port: 't.p0-x', conditions: [] } });
    await life.settled();
    assert.deepEqual(life.sent, []);
    assert.equal(life.store.graph.computations, computed);
  });
});
