// Services: who answers at their addresses, over both families, from pods and from nodes, and who does not. There is no kube-controller-
// manager in this bed, so the tests say who the endpoints are.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { endpointSlices, namespaceNamed, service, subnet, vpc } from '../support/objects.ts';
import { askUdp, assertReaches, eventually, fetchTcp, type Runner, serveUdp } from '../support/traffic.ts';

const http = { name: 'http', protocol: 'TCP', port: 80 };
const served = { name: 'http', protocol: 'TCP', port: 8080 };

describe('Services', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  /** a and c on node n1, b and d on n2. */
  let pods: Readonly<Record<'a' | 'b' | 'c' | 'd', RunningPod>>;

  /** Makes a Service and says who answers; its addresses, IPv4 first. */
  const serviceOf = async (
    name: string,
    endpoints: readonly RunningPod[],
    spec: Readonly<Record<string, unknown>> = {},
    namespace = 'default',
  ): Promise<readonly string[]> => {
    await cluster.apply(
      service(name, namespace, [http], spec),
      ...endpointSlices(name, namespace, [served], endpoints),
    );
    const text = await cluster.kubectl('-n', namespace, 'get', 'service', name, '-o', 'jsonpath={.spec.clusterIPs}');
    return JSON.parse(text) as readonly string[];
  };
  const answer = async (from: Runner, address: string, seconds = 2): Promise<string | undefined> =>
    (await fetchTcp(from, address, 80, seconds))?.trim();
  /** Who answers, once somebody of `names` does. */
  const answeredBy = (from: Runner, address: string, ...names: readonly string[]): Promise<string> =>
    eventually(`one of ${names.join(', ')} answers at ${address}`, 15, async () => {
      const name = await answer(from, address, 1);
      return name !== undefined && names.includes(name) && name;
    });
  const whoAnswer = async (from: Runner, address: string, times: number): Promise<ReadonlySet<string | undefined>> =>
    new Set(await Promise.all(Array.from({ length: times }, () => answer(from, address))));
  /** Proves that a connection is refused: told so, and not only never answered. */
  const assertRefused = async (from: Runner, address: string): Promise<void> => {
    await eventually(`${address} refuses`, 15, async () => {
      const started = performance.now();
      return (await answer(from, address, 3)) === undefined && performance.now() - started < 1500;
    });
  };

  before(async () => {
    cluster = await Cluster.up();
    const [a, b, c, d] = await Promise.all([
      cluster.runPod('a', { node: 'n1' }),
      cluster.runPod('b', { node: 'n2' }),
      cluster.runPod('c', { node: 'n1' }),
      cluster.runPod('d', { node: 'n2' }),
    ]);
    pods = { a, b, c, d };
    await Promise.all([a, b, c].map((pod) => cluster.serve(pod, 8080)));
    // Tunnels and neighbours are resolved by the first packets, which are never judged.
    for (const pod of [a, c]) for (const address of b.addresses) await assertReaches(pod.from, address);
    for (const address of a.addresses) await assertReaches(d.from, address);
  });

  after(() => cluster?.down());

  it('are answered by their endpoints over both families, from pods and nodes, and refuse without any [every OVN]', async () => {
    const { a, b, c, d } = pods;
    const addresses = await serviceOf('web', [a, b]);
    assert.equal(addresses.length, 2, 'one per family');
    for (const address of addresses) {
      for (const from of [c.from, d.from, cluster.fromNode('n1'), cluster.fromNode('n2')])
        await answeredBy(from, address, 'a', 'b');
      assert.deepEqual([...(await whoAnswer(c.from, address, 20))].sort(), ['a', 'b'], 'both share the work');
    }
    await serviceOf('web', [b]);
    for (const address of addresses) {
      await eventually('a is asked no more', 15, async () => !(await whoAnswer(c.from, address, 8)).has('a'));
      assert.deepEqual([...(await whoAnswer(d.from, address, 8))], ['b']);
    }
    await serviceOf('web', []);
    for (const address of addresses) for (const from of [c.from, d.from]) await assertRefused(from, address);
    await cluster.kubectl('delete', 'service/web', 'endpointslices/web-ipv4', 'endpointslices/web-ipv6');
    await eventually('the balancer is gone', 15, async () => {
      const found = await cluster.bed.nbctl('--bare', '--columns=name', 'list', 'Load_Balancer');
      return !found.includes('service/default/web/');
    });
  });

  it('lead a pod back to itself', async () => {
    const { c } = pods;
    for (const address of await serviceOf('self', [c])) await answeredBy(c.from, address, 'c');
  });

  it('keep a client at its endpoint with session affinity, and lose no first connection', async () => {
    const { a, b, c, d } = pods;
    for (const address of await serviceOf('sticky', [a, b], { sessionAffinity: 'ClientIP' })) {
      await answeredBy(a.from, address, 'a', 'b');
      for (const client of [c, d]) {
        const names = await whoAnswer(client.from, address, 10);
        assert.equal(names.size, 1, `${client.name} at ${address}: ${[...names].join(', ')}`);
        assert.ok(!names.has(undefined), `${client.name} at ${address}: a connection was lost`);
      }
    }
  });

  it('with internalTrafficPolicy Local are answered on the own node or not at all [every OVN]', async () => {
    const { a, b, c, d } = pods;
    const local = { internalTrafficPolicy: 'Local' };
    const addresses = await serviceOf('near', [a, b], local);
    for (const address of addresses) {
      for (const from of [c.from, cluster.fromNode('n1')]) await answeredBy(from, address, 'a');
      for (const from of [d.from, cluster.fromNode('n2')]) await answeredBy(from, address, 'b');
      for (const [from, name] of [[c.from, 'a'] as const, [d.from, 'b'] as const])
        assert.deepEqual([...(await whoAnswer(from, address, 6))], [name]);
    }
    await serviceOf('near', [a], local);
    for (const address of addresses) {
      await eventually(`nobody answers on n2 at ${address}`, 15, async () => !(await answer(d.from, address, 1)));
      assert.equal(await answer(d.from, address, 1), undefined);
      assert.equal(await answer(c.from, address), 'a', 'the control');
    }
    // The last one goes while it has endpoints, and the next one comes: ovn-controller must survive both (see NodeNetwork's rows).
    await cluster.kubectl('delete', 'service/near', 'endpointslices/near-ipv4', 'endpointslices/near-ipv6');
    await eventually('the balancer is gone', 15, async () => {
      const found = await cluster.bed.nbctl('--bare', '--columns=name', 'list', 'Load_Balancer');
      return !found.includes('service/default/near/');
    });
    await cluster.bed.nbctl('--wait=hv', 'sync');
    for (const address of await serviceOf('next', [a, b], local)) {
      await answeredBy(c.from, address, 'a');
      await answeredBy(d.from, address, 'b');
    }
  });

  it('with hints are answered by whom they are meant for, and by all where there is nobody [every OVN]', async () => {
    const { a, b, c, d } = pods;
    await cluster.kubectl('label', 'node', 'n1', 'topology.kubernetes.io/zone=west');
    await cluster.kubectl('label', 'node', 'n2', 'topology.kubernetes.io/zone=east');
    const hinted = (hints: Readonly<Record<string, object>>) =>
      cluster.apply(
        ...endpointSlices('zonal', 'default', [served], [a, b]).map((slice) => {
          const { endpoints, ...rest } = slice as {
            readonly endpoints: readonly { readonly targetRef: { name: string } }[];
          };
          return { ...rest, endpoints: endpoints.map((each) => ({ ...each, hints: hints[each.targetRef.name] })) };
        }),
      );
    const inZone = (zone: string) => ({ forZones: [{ name: zone }] });
    const onNode = (node: string, zone: string) => ({ forNodes: [{ name: node }], ...inZone(zone) });
    const addresses = await serviceOf('zonal', [a, b]);
    const [west, east] = [
      [c.from, cluster.fromNode('n1')],
      [d.from, cluster.fromNode('n2')],
    ];
    /** Waits until the answers come from these. */
    const become = async (from: readonly Runner[], ...names: readonly string[]) => {
      for (const address of addresses)
        for (const each of from)
          await eventually(`${names.join(' and ')} at ${address}`, 15, async () => {
            const found = await whoAnswer(each, address, 12);
            return [...found].sort().join() === names.join();
          });
    };
    await hinted({ a: inZone('west'), b: inZone('east') });
    await become(west, 'a');
    await become(east, 'b');
    await hinted({ a: inZone('west'), b: inZone('west') });
    await become([...west, ...east], 'a', 'b');
    await hinted({ a: onNode('n2', 'west'), b: onNode('n2', 'west') });
    await become([...west, ...east], 'a', 'b');
    await hinted({ a: onNode('n2', 'west'), b: onNode('n1', 'east') });
    await become(west, 'b');
    await become(east, 'a');
    await hinted({ a: onNode('n2', 'west') });
    await become([...west, ...east], 'a', 'b');
  });

  it('carry UDP, and send who asks from one port on when his endpoint is gone', async () => {
    const { a, b, c } = pods;
    await Promise.all([a, b].map((pod) => serveUdp(cluster.bed.manifest, pod.netns, 5353, pod.name)));
    const port = { name: 'dns', protocol: 'UDP', port: 53 };
    const target = { name: 'dns', protocol: 'UDP', port: 5353 };
    await cluster.apply(service('dns', 'default', [port]), ...endpointSlices('dns', 'default', [target], [a]));
    const text = await cluster.kubectl('get', 'service', 'dns', '-o', 'jsonpath={.spec.clusterIPs}');
    const ask = (address: string) => askUdp(c.from, address, 53, 40_053, 0.3);
    for (const address of JSON.parse(text) as readonly string[])
      await eventually(`a answers at ${address}`, 15, async () => (await ask(address))?.trim() === 'a');
    await cluster.apply(...endpointSlices('dns', 'default', [target], [b]));
    for (const address of JSON.parse(text) as readonly string[])
      await eventually(`b answers at ${address}`, 15, async () => (await ask(address))?.trim() === 'b');
  });

  it('take UDP clients that asked from one port before anybody answered on their node [every OVN]', async () => {
    const { a, b, c } = pods;
    const port = 5454;
    await Promise.all([a, b].map((pod) => serveUdp(cluster.bed.manifest, pod.netns, port, pod.name)));
    const slices = (endpoints: readonly RunningPod[]) =>
      endpointSlices('early', 'default', [{ name: 'dns', protocol: 'UDP', port }], endpoints);
    await cluster.apply(
      service('early', 'default', [{ name: 'dns', protocol: 'UDP', port: 53 }], { internalTrafficPolicy: 'Local' }),
      ...slices([b]),
    );
    const text = await cluster.kubectl('get', 'service', 'early', '-o', 'jsonpath={.spec.clusterIPs}');
    const clients = [c.from, cluster.fromNode('n1')];
    // A port for each family: a socket of IPv6 takes the port in IPv4 as well.
    const all = (JSON.parse(text) as readonly string[]).flatMap((address, index) =>
      clients.map((from) => ({ address, from, source: 40_054 + index })),
    );
    const answers = () =>
      Promise.all(all.map(async ({ address, from, source }) => (await askUdp(from, address, 53, source, 0.3))?.trim()));
    const become = async (name: string | undefined) => {
      let last: readonly (string | undefined)[] = [];
      await eventually(`${name ?? 'nobody'} answers on n1`, 15, async () => {
        last = await answers();
        return last.every((each) => each === name);
      }).catch(() => {});
      assert.deepEqual(
        last,
        all.map(() => name),
      );
    };
    for (const address of JSON.parse(text) as readonly string[])
      await eventually(`b answers at ${address}`, 15, async () => {
        return (await askUdp(pods.d.from, address, 53, 40_054, 0.3))?.trim() === 'b';
      });
    for (let times = 0; times < 3; times += 1)
      assert.deepEqual(
        await answers(),
        all.map(() => undefined),
      );
    await cluster.apply(...slices([a, b]));
    await become('a');
    await cluster.apply(...slices([b]));
    await become(undefined);
  });

  it('of two Vpcs with one range are answered by their own pods', async () => {
    await cluster.namespaces('red', 'blue');
    const range = ['10.70.0.0/24', 'fd00:70::/64'];
    for (const name of ['red', 'blue']) {
      await cluster.apply(vpc(name), subnet(name, name, range, namespaceNamed(name)));
      await cluster.wait(`subnets.subnetes.io/${name}`);
    }
    const [red, redClient, blue, blueClient] = await Promise.all([
      cluster.runPod('red', { node: 'n1', namespace: 'red' }),
      cluster.runPod('client', { node: 'n2', namespace: 'red' }),
      cluster.runPod('blue', { node: 'n2', namespace: 'blue' }),
      cluster.runPod('client', { node: 'n1', namespace: 'blue' }),
    ]);
    await Promise.all([red, blue].map((pod) => cluster.serve(pod, 8080)));
    const ofRed = await serviceOf('web', [red], {}, 'red');
    const ofBlue = await serviceOf('web', [blue], {}, 'blue');
    for (const address of ofRed) await answeredBy(redClient.from, address, 'red');
    for (const address of ofBlue) await answeredBy(blueClient.from, address, 'blue');
    for (const address of ofRed) assert.equal(await answer(blueClient.from, address, 1), undefined);
    for (const address of ofBlue) assert.equal(await answer(pods.c.from, address, 1), undefined);
  });
});
